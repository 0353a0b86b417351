import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from './embedded';

const home = mkdtempSync(path.join(tmpdir(), 'guatu-engine-'));
const empty = path.join(home, 'empty');
beforeAll(async () => {
  // What a start that was killed while it made the database leaves behind.
  mkdirSync(`${empty}.draft/base`, { recursive: true });
  writeFileSync(`${empty}.draft/PG_VERSION`, '18');
  await (await openEmbedded(empty)).close();
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

/** A folder with an empty database: a copy, because making one takes seconds. */
function folder(name: string): string {
  const copy = path.join(home, name);
  cpSync(empty, copy, { recursive: true });
  return copy;
}

test('a database whose making was cut is made anew, in one piece', () => {
  expect(existsSync(path.join(empty, 'PG_VERSION'))).toBe(true);
  expect(existsSync(`${empty}.draft`)).toBe(false);
});

test('a second engine on the same folder is refused in one clear sentence, and let in once the first has closed', async () => {
  const taken = folder('taken');
  const first = await openEmbedded(taken);
  await expect(openEmbedded(taken)).rejects.toThrow('正被另一个挂图进程使用');
  await first.close();
  await (await openEmbedded(taken)).close();
}, 30_000);

test('a runaway query is cut; what was written before it stays, and the next query is answered', async () => {
  const engine = await openEmbedded(folder('runaway'), 1_500);
  await engine.pool.query('create table kept (i int); insert into kept values (1)');
  await expect(engine.pool.query('select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b')).rejects.toThrow();
  expect((await engine.pool.query('select i from kept')).rows).toEqual([{ i: 1 }]);
  await engine.close();
}, 60_000);

test('what is listened to is still heard after the thread was cut, and when it was asked for inside somebody else\'s transaction', async () => {
  const engine = await openEmbedded(folder('heard'), 1_500);
  const client = await engine.pool.connect();
  await client.query('begin');
  const heard: string[] = [];
  const listening = engine.listen('news', (payload) => void heard.push(payload));
  await client.query('rollback');
  client.release();
  await listening;
  await engine.pool.query(`notify news, 'before'`);
  await expect(engine.pool.query('select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b')).rejects.toThrow();
  await engine.pool.query(`notify news, 'after'`);
  expect(heard).toEqual(['before', 'after']);
  await engine.close();
}, 60_000);

test('work that is known to be long is not cut', async () => {
  const engine = await openEmbedded(folder('long'), 300);
  const counted = await engine.unhurried(({ pool }) => pool.query<{ many: number }>('select count(*) as many from generate_series(1, 3000) a, generate_series(1, 3000) b'));
  expect(counted.rows).toEqual([{ many: 9_000_000 }]);
  await engine.close();
}, 60_000);

test('after long work the write-ahead log is short again and dead rows are gone', async () => {
  const engine = await openEmbedded(folder('kept'));
  await engine.unhurried(({ pool }) => pool.query(`
    create table many as select i, repeat('x', 400) as text from generate_series(1, 60000) i; delete from many where i > 100`));
  const { rows } = await engine.pool.query(`select n_dead_tup as dead, pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int8 < 1000000 as short
    from pg_stat_user_tables, pg_control_checkpoint() where relname = 'many'`);
  expect(rows).toEqual([{ dead: 0, short: true }]);
  await engine.close();
}, 60_000);

test('nothing of an ended connection stays for the next', async () => {
  const engine = await openEmbedded(folder('reset'));
  const client = await engine.pool.connect();
  await client.query(`begin; set search_path to nowhere; select set_config('app.from', '0', false)`);
  client.release(true);
  const { rows } = await engine.pool.query(`select coalesce(current_setting('app.from', true), '') as "from", current_setting('search_path') as path`);
  expect(rows).toEqual([{ from: '', path: 'public' }]);
  await engine.close();
}, 30_000);

test('an acknowledged write survives kill -9', async () => {
  const killed = folder('killed');
  const writer = write(killed);
  const acknowledged: number[] = [];
  for await (const line of createInterface(writer.stdout!)) {
    acknowledged.push(Number(line));
    if (acknowledged.length === 20) writer.kill('SIGKILL');
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(20);
  await exited(writer);
  const engine = await openEmbedded(killed);
  const { rows } = await engine.pool.query<{ i: number }>('select i from written order by i');
  expect(rows.map(({ i }) => i)).toEqual(expect.arrayContaining(acknowledged));
  await engine.close();
}, 60_000);

/** Another process that writes rows for ever and says which were acknowledged. */
const write = (where: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'db/testing/endless-writer.ts', where], { stdio: ['ignore', 'pipe', 'inherit'] });

const exited = (child: ChildProcess) => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve());
