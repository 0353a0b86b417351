import { drizzle } from 'drizzle-orm/node-postgres';
import { sql } from 'drizzle-orm';
import { indicator, type IndicatorId } from '@/domain/indicators';
import { januaryOf, type Month } from '@/domain/month';
import { COUNTY } from './shape';
import type { Writer } from './write';

/** What the measurements say of an indicator (no ratio) for the county, a township or a village in a month, as `readings` would. */
export type Readings = (id: IndicatorId, division: string, month: Month) => number;

export async function loadReadings(out: Writer, ids: readonly IndicatorId[]): Promise<Readings> {
  await out.settled();
  const { rows } = await drizzle(out.tx as never).execute<{ indicator: string; division: string; month: Month; change: number }>(sql`
    select indicator, division, month, sum(change)::float8 as change from measurements where indicator = any(${sql.param(ids)}) and length(division) = 12 group by 1, 2, 3
    union all select indicator, division, month, sum(change)::float8 from township_measurements where indicator = any(${sql.param(ids)}) and length(division) = 9 group by 1, 2, 3
    union all select indicator, ${COUNTY}, month, sum(change)::float8 from township_measurements where indicator = any(${sql.param(ids)}) group by 1, 3`);
  const changes = new Map<string, { month: Month; change: number }[]>();
  for (const { indicator: id, division, ...rest } of rows) {
    const key = `${id} ${division}`;
    const list = changes.get(key);
    if (list) list.push(rest);
    else changes.set(key, [rest]);
  }
  return (id, division, month) => {
    const definition = indicator(id);
    const time = 'time' in definition ? definition.time : 'last';
    const from = time === 'last' ? '' : time === 'year' ? januaryOf(month) : month;
    return (changes.get(`${id} ${division}`) ?? []).reduce((sum, one) => (one.month >= from && one.month <= month ? sum + one.change : sum), 0);
  };
}
