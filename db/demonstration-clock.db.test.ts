import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { moveDemonstrationClock } from './demonstration-clock';
import { engine } from './engine/engine';
import { making, setClock } from './testing/fixtures';

const move = async (day: string) => moveDemonstrationClock(await engine(), day);
const now = () => making(async (tx) => (await tx.execute<{ now: string }>(sql`select to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24') as now`)).rows[0]!.now);

beforeEach(() => making((tx) => setClock(tx, '2018-03-01 21:00+08')));

it('goes on to nine in the morning of a later day; the same day again, or one that has passed, leaves the hour alone', async () => {
  expect(await move('2018-03-01')).toBe('2018-03-01');
  expect(await move('2018-02-28')).toBe('2018-03-01');
  expect(await now()).toBe('2018-03-01 21');
  expect(await move('2018-04-06')).toBe('2018-04-06');
  expect(await now()).toBe('2018-04-06 09');
});

it.each([['2019-03-03', /最多往后拨一年/], ['2018-02-30', /不是日期/], ['6.4.2018', /不是日期/]])('refuses %s in one sentence, and stays where it is', async (day, sentence) => {
  await expect(move(day)).rejects.toThrow(sentence);
  expect(await now()).toBe('2018-03-01 21');
});

it('is refused where the county is no demonstration', async () => {
  await making((tx) => tx.execute(sql`delete from installation where key = 'clock_offset'`));
  await expect(move('2018-04-06')).rejects.toThrow(/只用于示范县/);
});
