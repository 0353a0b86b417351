import { type SQL, sql } from 'drizzle-orm';
import type { Area } from '@/domain/area';
import { indicator, type IndicatorId, partsOf, type RegisterIndicator } from '@/domain/indicators';
import { januaryOf, type Month, monthsBetween } from '@/domain/month';
import type { Tx } from './fence';
import { type Cut, type Reading, type ReadingKind, keyOf, readingOf, tableFor, textArray, zoneJoin } from './readings';
import { inArea } from './scope';

export interface TrendQuestion {
  indicators: readonly IndicatorId[];
  area: Area;
  first: Month;
  last: Month;
  reading?: ReadingKind;
  by?: Exclude<Cut, 'village'>;
}

/** A reading at each month from first to last, months without rows filled in. */
export interface TrendReading extends Reading {
  month: Month;
}

interface Change { indicator: IndicatorId; key: string; month: string; known: string; change: number }

/** Readings over months, oldest first, for the whole area or by township or zone. `least` indicators have no trend. */
export async function trends(tx: Tx, { indicators, area, first, last, reading = 'true', by = 'total' }: TrendQuestion): Promise<TrendReading[]> {
  const parts = [...new Set(indicators.flatMap(partsOf))];
  const { rows } = await tx.execute<Omit<Change, 'change'> & { change: string }>(sql`
    select m.indicator, ${keyOf(by)} as key, m.month, m.known, sum(m.change) as change
    from ${tableFor(area, by)} m ${zoneJoin(by)}
    where (${sinceWhen(parts, first)}) and m.month <= ${last} and ${inArea(sql`m.division`, area)}
    group by m.indicator, ${keyOf(by)}, m.month, m.known order by m.month`);
  const changes = new Map<string, Change[]>();
  for (const row of rows) {
    const slot = `${row.indicator} ${row.key}`;
    const list = changes.get(slot) ?? [];
    list.push({ ...row, change: Number(row.change) });
    changes.set(slot, list);
  }
  const keys = by === 'total' ? ['total'] : [...new Set(rows.map((row) => row.key))].sort();
  const months = monthsBetween(first, last);
  const series = new Map([...changes].map(([slot, list]) => [slot, seriesOf(list, months, reading)]));
  return indicators.flatMap((id) => keys.flatMap((each) => months.map((month, at) => ({
    ...readingOf(id, each, (part) => series.get(`${part} ${each}`)?.[at] ?? null),
    month,
  }))));
}

/** How far back each indicator has to be read: a standing one from the beginning, what happened only from the first month asked for. */
function sinceWhen(parts: readonly IndicatorId[], first: Month): SQL {
  const from = { last: null, month: first, year: januaryOf(first) };
  const groups = Object.entries(from).flatMap(([time, month]) => {
    const ids = parts.filter((id) => (indicator(id) as RegisterIndicator).time === time);
    return ids.length === 0 ? [] : [sql`m.indicator = any(${textArray(ids)}) ${month === null ? sql`` : sql`and m.month >= ${month}`}`];
  });
  return sql.join(groups, sql` or `);
}

/** An indicator's value at each month from its changes, which come ordered by month. */
function seriesOf(changes: readonly Change[], months: readonly Month[], reading: ReadingKind): number[] {
  const [head] = changes;
  const { time } = indicator(head!.indicator) as RegisterIndicator;
  return months.map((month) => {
    const from = { last: '', month, year: januaryOf(month) }[time];
    let sum = 0;
    for (const change of changes) {
      if (change.month > month) break;
      if (change.month >= from && (reading === 'true' || change.known <= month)) sum += Math.round(change.change * 100);
    }
    // In hundredths, so that fen add up exactly.
    return sum / 100;
  });
}
