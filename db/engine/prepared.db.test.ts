import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem, type Tx } from '../fence';
import { KEPT, OFTEN } from './prepared';

const names = async (tx: Tx, like: string) => (await tx.execute<{ name: string }>(sql`select name from pg_prepared_statements where statement like ${like} order by name`)).rows.map(({ name }) => name);
const ask = async (tx: Tx, no: number, value: number) => (await tx.execute<{ sum: number }>(sql`select ${value}::int + ${sql.raw(String(no))} as sum`)).rows[0]!.sum;

test('what a connection is often asked is prepared once and answers with the values of each time; what is asked seldom is not', async () => {
  await asSystem('job', async (tx) => {
    for (let time = 1; time < OFTEN; time++) expect(await ask(tx, 7_001, time)).toBe(7_001 + time);
    expect(await names(tx, '%7001 as sum')).toEqual([]);
    for (let time = 0; time < 10; time++) expect(await ask(tx, 7_001, time)).toBe(7_001 + time);
    expect(await names(tx, '%7001 as sum')).toHaveLength(1);
  });
});

test('one statement that fails leaves its name usable', async () => {
  const half = (value: number) => asSystem('job', async (tx) => (await tx.execute<{ half: number }>(sql`select 100 / ${value}::int as half`)).rows[0]!.half);
  for (let time = 0; time < OFTEN + 2; time++) {
    await expect(half(0)).rejects.toThrow();
    expect(await half(4)).toBe(25);
  }
});

test('a connection keeps so many and no more', async () => {
  await asSystem('job', async (tx) => {
    for (let time = 0; time < OFTEN; time++) for (let no = 0; no < KEPT + 20; no++) expect(await ask(tx, 8_000 + no, time)).toBe(8_000 + no + time);
    expect((await names(tx, '%')).length).toBe(KEPT);
  });
});
