import { expect, test } from 'vitest';
import { isMigrated } from '../migrate';
import { engine } from './engine';

test('whole numbers and dates arrive as numbers and as text', async () => {
  const { pool } = await engine();
  const { rows } = await pool.query(`select 9007199254740991::int8 as large, date '2018-03-01' as day`);
  expect(rows).toEqual([{ large: 9007199254740991, day: '2018-03-01' }]);
});

test('a notification is heard by everybody who listens, until they stop', async () => {
  const { listen, pool } = await engine();
  const heard: string[] = [];
  const note = (who: string) => (payload: string) => void heard.push(`${who} ${payload}`);
  const stops = [await listen('news', note('a')), await listen('news', note('b'))];
  await pool.query(`notify news, 'hello'`);
  await expect.poll(() => heard.sort()).toEqual(['a hello', 'b hello']);
  await Promise.all(stops.map((stop) => stop()));
});

test('a lost listening connection comes back by itself', async ({ skip }) => {
  const { kind, listen, pool } = await engine();
  skip(kind === 'embedded', 'its notifications need no connection of their own');
  const heard: string[] = [];
  await listen('lost', (payload) => void heard.push(payload));
  const { rowCount } = await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen "lost"'`);
  expect(rowCount).toBe(1);
  await expect.poll(async () => {
    await pool.query(`notify lost, 'found'`);
    return heard[0];
  }, { timeout: 10_000 }).toBe('found');
});

test('a connection that is lost between two statements fails the work on it, not the process', async ({ skip }) => {
  const { kind, pool } = await engine();
  skip(kind === 'embedded', 'its one connection is to itself');
  const client = await pool.connect();
  const { rows: [own] } = await client.query<{ pid: number }>('begin; select pg_backend_pid() as pid').then((results) => (results as unknown as (typeof results)[])[1]!);
  const lost = new Promise<void>((done) => void client.once('end', done));
  await pool.query('select pg_terminate_backend($1)', [own!.pid]);
  await lost;
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a failed statement leaves the connection usable', async () => {
  const { pool } = await engine();
  await expect(pool.query('select * from nowhere')).rejects.toThrow('nowhere');
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('the database is at the version of the code', async () => {
  expect(await isMigrated(await engine())).toBe(true);
});
