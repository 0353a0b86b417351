import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Viewer } from '@/domain/viewer';

export interface MyHousehold extends Record<string, unknown> {
  id: number;
  name: string;
  village: string;
  groupNo: number;
  registeredOn: string;
  people: number;
  lastVisit: string | null;
  openDemands: number;
  /** Of those, promises whose day has passed. */
  overdue: number;
}

const MOST = 400;
const VILLAGE_DIGITS = 12;

/**
 * The households a person visits, the longest unvisited first: those in their own care, and for whoever works in a village's
 * team all of that village.
 */
export async function myHouseholds(viewer: Viewer): Promise<MyHousehold[]> {
  const { area } = viewer.scope;
  const team = area !== null && viewer.scope.households === '*' && area.from.length >= VILLAGE_DIGITS;
  return longestUnvisited(viewer, team ? inArea(sql`h.division`, area) : inCareOf(viewer.personId));
}

/** The households of one cadre that the viewer may see, the longest unvisited first. */
export async function cadreHouseholds(viewer: Viewer, cadre: number): Promise<MyHousehold[]> {
  return longestUnvisited(viewer, inCareOf(cadre));
}

const inCareOf = (person: number): SQL => sql`h.id in (select household_id from assignments where person_id = ${person} and ends_on is null)`;

async function longestUnvisited(viewer: Viewer, which: SQL): Promise<MyHousehold[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<MyHousehold>(sql`
      select h.id, h.head_name as name, d.short_name as village, h.group_no as "groupNo", to_char(h.registered_on, 'YYYY-MM-DD') as "registeredOn", (select count(*)::int from members m where m.household_id = h.id) as people,
        (select to_char(max(v.visited_on), 'YYYY-MM-DD') from visits v where v.household_id = h.id) as "lastVisit",
        (select count(*)::int from demands x where x.household_id = h.id and x.answered_on is null) as "openDemands",
        (select count(*)::int from demands x where x.household_id = h.id and x.answered_on is null and x.due_on < (county_now() at time zone 'Asia/Shanghai')::date) as overdue
      from households h join divisions d on d.code = h.division
      where ${which} order by "lastVisit" nulls first, h.id limit ${MOST}`);
    return rows;
  });
}
