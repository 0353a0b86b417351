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

test('a failed statement leaves the connection usable', async () => {
  const { pool } = await engine();
  await expect(pool.query('select * from nowhere')).rejects.toThrow('nowhere');
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('the database is at the version of the code', async () => {
  expect(await isMigrated(await engine())).toBe(true);
});
