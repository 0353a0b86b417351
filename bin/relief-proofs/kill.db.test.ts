import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeEngine } from '@/db/engine/engine';
import { startCluster } from '@/db/testing/cluster.mjs';
import { prepareDatabase } from '@/db/testing/county-cluster';
import { making } from '@/db/testing/fixtures';
import { type Luck, luckOf } from '@/db/testing/relief-deeds';
import { makeReliefCounty, type ReliefCounty } from './county';
import { makeWaiting } from './payable';
import { wrongs } from './proof';

/** In the middle of each of these acts an application process is killed, and a database server: twice in each; RELIEF_KILLS=10 makes it ten times. */
const ACTS = ['approve', 'make', 'import'] as const;
// Where the database lives in the application's process, one kill is both.
const onPostgres = process.env.DATABASE_URL !== undefined;
const KILLS = Number(process.env.RELIEF_KILLS ?? 2);
const SEED = Number(process.env.RELIEF_SEED ?? 20_180_302);
const BUNDLE = path.resolve('data/testing/relief-writer.cjs');

let county: ReliefCounty;
let cluster: Awaited<ReturnType<typeof startCluster>> | null = null;
const acknowledged: string[] = [];
/** Acts that a kill cut: begun, and never acknowledged. */
let cut = 0;
const running = new Set<Writer>();

interface Writer {
  readonly child: ChildProcess;
  /** Tells it to begin; what it says is heard from then on. */
  begin: () => void;
  /** The next time it says that it begins this. */
  begins: (act: string) => Promise<void>;
  readonly gone: Promise<unknown>;
}

async function spare(): Promise<Writer> {
  const { district, finance } = county.people;
  const child = spawn(process.execPath, [BUNDLE, String(district[0]!.accountId), String(finance[0]!.accountId)], { stdio: ['pipe', 'pipe', process.env.HISTORIES ? 'inherit' : 'ignore'] });
  const lines = createInterface(child.stdout!);
  const heard = new Set<(line: string) => void>();
  let last = '';
  lines.on('line', (line) => {
    if (line.startsWith('done ')) acknowledged.push(line.slice(5));
    if (last.startsWith('begin ') && line === 'cut') cut += 1;
    last = line;
    for (const each of heard) each(line);
  });
  const saying = (start: string) => new Promise<void>((done, failed) => {
    const hear = (line: string) => {
      if (line.startsWith(start)) done();
      else if (line === 'nothing left') failed(new Error('the cases were used up'));
      else return;
      heard.delete(hear);
    };
    heard.add(hear);
  });
  const ready = saying('ready');
  const writer: Writer = {
    child, begin: () => void child.stdin!.write('begin\n'), begins: (act) => saying(`begin ${act} `),
    gone: once(lines, 'close').then(() => {
      if (last.startsWith('begin ')) cut += 1;
      running.delete(writer);
    }),
  };
  running.add(writer);
  await ready;
  return writer;
}

beforeAll(async () => {
  if (onPostgres) {
    // A server of its own that keeps what it acknowledges: the tests' common one does not, and others work on it.
    cluster = await startCluster({ written: true });
    const urls = { DATABASE_URL: cluster.url('guatu_app', 'killed'), DATABASE_OWNER_URL: cluster.url('guatu_owner', 'killed') };
    Object.assign(process.env, urls);
    await prepareDatabase(cluster.url('postgres', 'postgres'), urls.DATABASE_OWNER_URL, 'killed');
  }
  buildSync({ entryPoints: ['bin/relief-proofs/writer.ts'], bundle: true, platform: 'node', format: 'cjs', external: ['pg', 'sharp', '@electric-sql/pglite'], outfile: BUNDLE, alias: { 'server-only': './bin/server-only-stub.mjs' }, logLevel: 'silent' });
  county = await makeReliefCounty({ yuan: 9_000_000 });
  await makeWaiting(county, onPostgres ? 1_500 : 150);
});

afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await closeEngine();
  await cluster?.stop();
});

/** Somewhere within an act, or just after it. */
const moment = (luck: Luck) => new Promise((done) => setTimeout(done, luck.of(40)));

/** Acts that were acknowledged and are not there, or are there more than once. */
async function missing(): Promise<string[]> {
  const count = async (query: ReturnType<typeof sql>) => (await making((tx) => tx.execute<{ n: number }>(query))).rows[0]!.n;
  // What was acknowledged and done again was lost in between; taking the file once more is no other act.
  const wrong = acknowledged.filter((each, at) => !each.startsWith('send') && acknowledged.indexOf(each) !== at).map((each) => `${each}: acknowledged again`);
  for (const each of new Set(acknowledged)) {
    const [name, id] = [each.split(' ')[0]!, Number(each.split(' ')[1])];
    const times = name === 'approve' ? await count(sql`select count(*)::int as n from fund_entries e join relief_steps s on s.case_id = e.case_id and s.verb = 'approve' where e.case_id = ${id} and e.deed = 'reserve'`)
      : name === 'make' ? await count(sql`select count(*)::int as n from relief_batches b where b.id = ${id} and b.lines = (select count(*) from relief_batch_lines l where l.batch_id = b.id)`)
      : name === 'send' ? await count(sql`select count(*)::int as n from relief_batches where id = ${id} and state <> 'made'`)
      : await count(sql`select count(*)::int as n from bank_results r join relief_batches b on b.id = r.batch_id and b.state = 'reconciled' where b.id = ${id}`);
    if (times !== 1) wrong.push(`${each}: ${times} times`);
  }
  return wrong;
}

async function proven(): Promise<void> {
  expect(await missing()).toEqual([]);
  expect(await wrongs()).toEqual([]);
}

test(`kill -9 of the application in the middle of an approval, a batch, an import: ${KILLS} times each (seed ${SEED})`, async () => {
  const luck = luckOf(SEED);
  if (!onPostgres) await closeEngine();
  let next = await spare();
  for (const name of ACTS) {
    for (let kill = 0; kill < KILLS; kill++) {
      const writer = next;
      const begins = writer.begins(name);
      writer.begin();
      const upcoming = spare();
      await begins;
      await moment(luck);
      writer.child.kill('SIGKILL');
      await writer.gone;
      next = await upcoming;
    }
  }
  next.child.kill('SIGKILL');
  await next.gone;
  if (process.env.HISTORIES) console.log(`${acknowledged.length} acknowledged, ${cut} cut`);
  expect(cut).toBeGreaterThan(0);
  await proven();
}, 280_000);

test.runIf(onPostgres)(`kill -9 of the database in the middle of the same: ${KILLS} times each`, async () => {
  const luck = luckOf(SEED + 1);
  const writer = await spare();
  cut = 0;
  writer.begin();
  for (const name of ACTS) {
    for (let kill = 0; kill < KILLS; kill++) {
      await writer.begins(name);
      await moment(luck);
      await cluster!.crash();
    }
  }
  // It goes on working on what is there.
  await writer.begins('make');
  writer.child.kill('SIGKILL');
  await writer.gone;
  if (process.env.HISTORIES) console.log(`${acknowledged.length} acknowledged, ${cut} cut`);
  expect(cut).toBeGreaterThan(0);
  await proven();
}, 280_000);

test('check:data finds nothing', async () => {
  await closeEngine();
  const { stdout } = await promisify(execFile)(process.execPath, ['bin/run.mjs', 'bin/check-data.ts']);
  expect(stdout).toContain('sound');
});
