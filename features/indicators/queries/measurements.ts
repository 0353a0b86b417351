import 'server-only';
import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import { fenced, type Tx } from '@/db/fence';
import { type Reading, type ReadingKind, readings } from '@/db/readings';
import { type Area, areaOf, contains, covers, zoneArea } from '@/domain/area';
import type { IndicatorId } from '@/domain/indicators';
import { FIRST_MONTH, type Month, monthsBetween } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { indicatorTrend } from './indicator-trend';

export interface MeasurementsAsked {
  indicator: IndicatorId;
  /** The place: a division's code or a zone's number; both absent, everything the viewer may see. */
  division?: string | undefined;
  zone?: number | undefined;
  /** The running month when absent. */
  month?: Month | undefined;
  by?: 'township' | 'zone' | 'village' | 'month' | undefined;
  reading: ReadingKind;
}

export type MeasurementRow = Pick<Reading, 'key' | 'value' | 'numerator' | 'denominator'>;
export type Measurements = { month: Month; rows: MeasurementRow[] } | { problem: 'unknown' | 'out-of-range'; field: 'division' | 'zone' | 'month' };

/** One figure, or its cut, for a program. A place the viewer may not see and one that does not exist are the same: unknown. */
export async function measurementsFor(viewer: Viewer, asked: MeasurementsAsked): Promise<Measurements> {
  return fenced(viewer, async (tx) => {
    const { openMonth } = await readClock(tx);
    const month = asked.month ?? openMonth;
    if (month < FIRST_MONTH || month > openMonth) return { problem: 'out-of-range', field: 'month' };
    const area = await placeOf(tx, viewer, asked);
    if (!area) return { problem: 'unknown', field: asked.zone === undefined ? 'division' : 'zone' };
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

/** The asked ground, only if the viewer may see all of it: part of a figure is not the figure. */
async function placeOf(tx: Tx, viewer: Viewer, { division, zone }: MeasurementsAsked): Promise<Area | null> {
  const mine = viewer.scope.area;
  if (!mine || (division === undefined && zone === undefined)) return mine;
  const { rows } = await tx.execute<{ code: string }>(division !== undefined
    ? sql`select code from divisions where code = ${division}`
    : sql`select code from divisions where level = 'township' and zone_no = ${zone}::int`);
  if (division !== undefined) return rows[0] && contains(mine, division) ? areaOf(division) : null;
  const asked = zoneArea(rows.map((row) => row.code));
  return asked && covers(mine, asked) ? asked : null;
}
