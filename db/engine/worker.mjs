import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableFolder } from './durable-folder.mjs';
import { makeFolder } from './make-folder.mjs';
import { afterStartUp, greeting, isTerminate, messagesIn } from './wire.mjs';

const program = workerData.program ?? (await WebAssembly.compile(await readFile(new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite')))));
await makeFolder(workerData.folder, program);
const folder = new DurableFolder(workerData.folder);
// '-F' turns fsync off; fdatasync is not among the calls the folder hooks.
const startParams = [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), '-c', 'wal_sync_method=fsync'];
const db = await PGlite.create({ fs: folder, startParams, pgliteWasmModule: program });

// A release of PGlite that moves these internals must fail here, not lose data silently.
const before = folder.synced;
await db.exec('create schema if not exists engine_check; create table if not exists engine_check.synced (at int); insert into engine_check.synced values (1); truncate engine_check.synced');
if (folder.synced === before) throw new Error('fsync is not called');
const { rows: [{ server_version: version }] } = await db.query('show server_version');
// After a restart: what the session before this one had asked to hear.
for (const statement of workerData.listens) await db.exec(statement);

async function answer({ first, bytes }) {
  const answers = [];
  // A connection that was torn away said no word of parting.
  if (first) await forgetConnection();
  if (first) answers.push(greeting(version));
  for (const one of messagesIn(first ? afterStartUp(bytes) : bytes)) {
    if (isTerminate(one)) await forgetConnection();
    // The stream form: execProtocolRaw also parses every answer and keeps the parts for ever. The bytes are the
    // database's own memory and must be copied.
    else await db.execProtocolRawStream(one, { onRawData: (part) => void answers.push(Buffer.from(part)) });
  }
  return Buffer.concat(answers);
}

/** The next connection is the same session: nothing of this one may stay. */
async function forgetConnection() {
  await db.exec('rollback').catch(() => {});
  await db.exec('reset all; discard plans; deallocate all').catch(() => {});
}

const verbs = {
  wire: async (asked) => parentPort.postMessage({ kind: 'wire', port: asked.port, bytes: await answer(asked) }),
  close: async () => {
    await db.close();
    parentPort.postMessage({ kind: 'closed' });
  },
};

// One message after the other: answers go back in the order of the questions.
let queue = Promise.resolve();
parentPort.on('message', (asked) => {
  queue = queue.then(() => verbs[asked.kind](asked)).catch((failure) => {
    parentPort.postMessage({ kind: 'failed', port: asked.port, message: String(failure?.message ?? failure) });
  });
});
parentPort.postMessage({ kind: 'ready', program });
