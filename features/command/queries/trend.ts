import 'server-only';
import { fenced } from '@/db/fence';
import { trends, type TrendReading } from '@/db/trends';
import type { IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import type { Asked } from './board';

/** Figures month by month from `first` to the month asked for, for the ground or cut by zone. */
export async function readTrend(viewer: Viewer, { area, month, reading }: Asked, indicators: readonly IndicatorId[], first: Month, by: 'total' | 'zone' = 'total'): Promise<TrendReading[]> {
  return fenced(viewer, (tx) => trends(tx, { indicators, area, first, last: month, reading, by }));
}
