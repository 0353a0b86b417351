import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import { type Cut, type Reading, readings } from '@/db/readings';
import type { Area } from '@/domain/area';
import type { IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export const BOARD = [
  'poverty.registered_households', 'support.households_unvisited_1m', 'support.households_unvisited_3m', 'support.households_neglected',
  'support.households_never_visited', 'support.demands_open', 'support.promises_overdue',
] as const satisfies readonly IndicatorId[];
type Board = (typeof BOARD)[number];

export interface BoardPlace {
  /** A code, a zone's number, or 'total'. */
  readonly key: string;
  readonly name: string;
  readonly counts: Readonly<Record<Board, number>>;
}

export interface VisitBoard {
  readonly total: BoardPlace;
  /** Zones of an area wider than a township; none below. */
  readonly zones: readonly BoardPlace[];
  /** Townships, or the villages of one township; none inside a village. */
  readonly places: readonly BoardPlace[];
  readonly level: 'township' | 'village';
}

/** How households are called on at a month's end, and what they still ask for: from the measurements, by zone and place. */
export async function visitBoard(viewer: Viewer, area: Area, month: Month): Promise<VisitBoard> {
  const wide = area.from.length < 9 || area.townships !== '*';
  const village = area.townships === '*' && area.from.length >= 12;
  const level = wide ? 'township' : 'village';
  return fenced(viewer, async (tx) => {
    const read = (by: Cut) => readings(tx, { indicators: BOARD, area, month, by });
    const total = placesOf(await read('total'), new Map([['total', '']]))[0] ?? { key: 'total', name: '', counts: countsOf([]) };
    const zones = wide ? placesOf(await read('zone'), await zoneNames(tx)) : [];
    const cut = village ? [] : await read(level);
    return { total, zones, places: placesOf(cut, await divisionNames(tx, cut)), level };
  });
}

const countsOf = (read: readonly Reading[]): Record<Board, number> =>
  Object.fromEntries(BOARD.map((id) => [id, read.find(({ indicator }) => indicator === id)?.value ?? 0])) as Record<Board, number>;

function placesOf(read: readonly Reading[], names: ReadonlyMap<string, string>): BoardPlace[] {
  const keys = [...new Set(read.map(({ key }) => key))].filter((key) => names.has(key)).sort();
  return keys.map((key) => ({ key, name: names.get(key) ?? '', counts: countsOf(read.filter((each) => each.key === key)) }))
    .filter(({ counts }) => counts['poverty.registered_households'] > 0);
}

async function zoneNames(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ no: number; name: string }>(sql`select no, name from zones order by no`);
  return new Map(rows.map(({ no, name }) => [String(no), name]));
}

async function divisionNames(tx: Tx, read: readonly Reading[]): Promise<Map<string, string>> {
  const codes = [...new Set(read.map(({ key }) => key))];
  if (codes.length === 0) return new Map();
  const { rows } = await tx.execute<{ code: string; name: string }>(sql`select code, name from divisions where code in ${codes}`);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
