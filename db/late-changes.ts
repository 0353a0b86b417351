import { type SQL, sql } from 'drizzle-orm';
import type { Area } from '@/domain/area';
import { indicator, type IndicatorId, partsOf, type RegisterIndicator } from '@/domain/indicators';
import { januaryOf, type Month } from '@/domain/month';
import type { Tx } from './fence';
import { type Cut, keyOf, tableFor, textArray, zoneJoin } from './readings';
import { inArea } from './scope';

/** Changes `m` of a month's figures that its books did not know when they were closed. `known > month` is what the index of late changes keeps. */
export function lateChanges(parts: readonly IndicatorId[], area: Area, month: Month): SQL {
  const begins = sql.join(parts.map((part) => sql`when ${part} then ${beginOf(part, month)}`), sql` `);
  return sql`m.known > m.month and m.indicator = any(${textArray(parts)}) and m.month <= ${month} and m.month >= case m.indicator ${begins} end and m.known > ${month}
    and ${inArea(sql`m.division`, area)}`;
}

/** The first month whose rows count toward the figure. */
function beginOf(id: IndicatorId, month: Month): string {
  const { time } = indicator(id) as RegisterIndicator;
  return { last: '', month, year: januaryOf(month) }[time];
}

/** Figures of a closed month that read otherwise now than at its close. */
export interface Changed {
  readonly has: (id: IndicatorId, key?: string) => boolean;
  /** How many of the indicators asked changed, at whatever place. */
  readonly count: number;
}
export const UNCHANGED: Changed = { has: () => false, count: 0 };

/** Which figures changed since a month was closed, in total or by place: one statement over the late changes alone. */
export async function changedFigures(tx: Tx, { indicators, area, month, by = 'total' }: { indicators: readonly IndicatorId[]; area: Area; month: Month; by?: Cut }): Promise<Changed> {
  const parts = [...new Set(indicators.flatMap(partsOf))];
  const least = parts.filter((part) => (indicator(part) as RegisterIndicator).divisions === 'least');
  const { rows } = await tx.execute<{ indicator: IndicatorId; key: string }>(sql`
    select m.indicator, ${keyOf(by)} as key from ${tableFor(area, by)} m ${zoneJoin(by)} where ${lateChanges(parts, area, month)}
    group by m.indicator, ${keyOf(by)} having sum(m.change) <> 0 or m.indicator = any(${textArray(least)})`);
  const found = new Set(rows.map(({ indicator: part, key }) => `${part} ${key}`));
  const touched = new Set(rows.map(({ indicator: part }) => part));
  return {
    has: (id, key = 'total') => partsOf(id).some((part) => found.has(`${part} ${key}`)),
    count: indicators.filter((id) => partsOf(id).some((part) => touched.has(part))).length,
  };
}
