import { daysAfter, isDay } from '@/domain/day';
import type { Engine } from './engine/engine';
import { StartProblem } from './engine/problem';

/** A year at most at a time: a slip of the pen cannot be taken back. */
const FARTHEST_DAYS = 366;

/**
 * Moves the demonstration county on to nine in the morning of a day, `YYYY-MM-DD`, so that its months can be lived through.
 * Never back: what was done on later days is on record. A day that has come or passed changes nothing: the setting may stay.
 * @returns the county's day afterwards
 * @throws StartProblem when it is no day of the coming year, or the county is no demonstration
 */
export async function moveDemonstrationClock({ pool }: Engine, day: string): Promise<string> {
  if (!isDay(day)) throw new StartProblem(`DEMO_TODAY=${day} 不是日期，请写成 2018-04-06 的样子`, 'DEMO_TODAY is no day, write it like 2018-04-06');
  const { rows } = await pool.query<{ today: string }>(`
    select to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today from installation where key = 'clock_offset'`);
  const [clock] = rows;
  if (!clock) throw new StartProblem('DEMO_TODAY 只用于示范县，本系统按实际日期运行', 'DEMO_TODAY is for the demonstration county only');
  if (day <= clock.today) return clock.today;
  if (day > daysAfter(clock.today, FARTHEST_DAYS)) {
    throw new StartProblem(`示范县现在是 ${clock.today}，一次最多往后拨一年，不能拨到 ${day}`, `the demonstration county is at ${clock.today}; it goes forward a year at most`);
  }
  await pool.query(`update installation set value = extract(epoch from $1::timestamptz - clock_timestamp()) || ' seconds' where key = 'clock_offset'`, [`${day} 09:00+08`]);
  return day;
}
