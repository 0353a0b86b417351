import 'server-only';
import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import { fenced } from '@/db/fence';
import { type Area, areaOf, contains, covers, zoneArea } from '@/domain/area';
import { FIRST_MONTH, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface GroundAsked {
  /** The place: a division's code or a zone's number; both absent, everything the viewer may see. */
  readonly division?: string | undefined;
  readonly zone?: number | undefined;
  /** The first month that is not locked, when absent. */
  readonly month?: Month | undefined;
}

export type GroundProblem = { problem: 'unknown' | 'out-of-range'; field: 'division' | 'zone' | 'month' };

/**
 * The month and ground a program asks for, only if the viewer may see all of it: part of a figure is not the figure. A place the
 * viewer may not see and one that does not exist are the same: unknown.
 */
export async function askedGround(viewer: Viewer, asked: GroundAsked): Promise<{ month: Month; area: Area } | GroundProblem> {
  const { openMonth } = await fenced(viewer, readClock);
  const month = asked.month ?? openMonth;
  if (month < FIRST_MONTH || month > openMonth) return { problem: 'out-of-range', field: 'month' };
  const area = await placeOf(viewer, asked);
  return area ? { month, area } : { problem: 'unknown', field: asked.zone === undefined ? 'division' : 'zone' };
}

async function placeOf(viewer: Viewer, { division, zone }: GroundAsked): Promise<Area | null> {
  const mine = viewer.scope.area;
  if (!mine || (division === undefined && zone === undefined)) return mine;
  const { rows } = await fenced(viewer, (tx) => tx.execute<{ code: string }>(division !== undefined
    ? sql`select code from divisions where code = ${division}`
    : sql`select code from divisions where level = 'township' and zone_no = ${zone}::int`));
  if (division !== undefined) return rows[0] && contains(mine, division) ? areaOf(division) : null;
  const asked = zoneArea(rows.map((row) => row.code));
  return asked && covers(mine, asked) ? asked : null;
}
