import 'server-only';
import { fenced } from '@/db/fence';
import { readings, type ReadingKind } from '@/db/readings';
import { trends, type TrendReading } from '@/db/trends';
import type { Area } from '@/domain/area';
import { indicator, type IndicatorId } from '@/domain/indicators';
import { addMonths, FIRST_MONTH, type Month, monthsBetween } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface TrendAsked {
  area: Area;
  last: Month;
  /** How many months, the last included; fewer where the books begin later. */
  months: number;
  reading: ReadingKind;
}

/** An indicator month by month, oldest first. The least of the villages does not add up over months: it is read month by month. */
export async function indicatorTrend(viewer: Viewer, id: IndicatorId, { area, last, months, reading }: TrendAsked): Promise<TrendReading[]> {
  const early = addMonths(last, 1 - months);
  const first = early < FIRST_MONTH ? FIRST_MONTH : early;
  return fenced(viewer, async (tx) => {
    const definition = indicator(id);
    if (!('divisions' in definition) || definition.divisions !== 'least') return trends(tx, { indicators: [id], area, first, last, reading });
    const read: TrendReading[] = [];
    for (const month of monthsBetween(first, last)) {
      for (const one of await readings(tx, { indicators: [id], area, month, reading })) read.push({ ...one, month });
    }
    return read;
  });
}
