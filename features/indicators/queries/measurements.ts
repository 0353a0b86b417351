import 'server-only';
import { fenced } from '@/db/fence';
import { type Reading, type ReadingKind, readings } from '@/db/readings';
import type { IndicatorId } from '@/domain/indicators';
import { FIRST_MONTH, type Month, monthsBetween } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { askedGround, type GroundAsked, type GroundProblem } from '@/server/ground';
import { indicatorTrend } from './indicator-trend';

export interface MeasurementsAsked extends GroundAsked {
  indicator: IndicatorId;
  by?: 'township' | 'zone' | 'village' | 'month' | undefined;
  reading: ReadingKind;
}

export type MeasurementRow = Pick<Reading, 'key' | 'value' | 'numerator' | 'denominator'>;
export type Measurements = { month: Month; rows: MeasurementRow[] } | GroundProblem;

/** One figure, or its cut, for a program. A place the viewer may not see and one that does not exist are the same: unknown. */
export async function measurementsFor(viewer: Viewer, asked: MeasurementsAsked): Promise<Measurements> {
  return fenced(viewer, async (tx) => {
    const ground = await askedGround(viewer, asked);
    if ('problem' in ground) return ground;
    const { month, area } = ground;
    const { indicator, by, reading } = asked;
    if (by === 'month') {
      const months = monthsBetween(FIRST_MONTH, month).length;
      const trend = await indicatorTrend(viewer, indicator, { area, last: month, months, reading });
      return { month, rows: trend.map(({ month: key, value, numerator, denominator }) => ({ key, value, numerator, denominator })) };
    }
    const read = await readings(tx, { indicators: [indicator], area, month, reading, by: by ?? 'total' });
    return { month, rows: read.map(({ key, value, numerator, denominator }) => ({ key, value, numerator, denominator })) };
  });
}
