import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import { beginsWith } from '@/db/names';
import { REASSIGN_LIMIT } from '@/domain/assignment';
import type { Duty } from '@/domain/command';
import type { Viewer } from '@/domain/viewer';

/** The county's day, as a table `day` of one row, and whether appointment `s` is in force on it. */
const DAY: SQL = sql`(select (county_now() at time zone 'Asia/Shanghai')::date as today) as day`;
const SERVING: SQL = standsOn(sql`s`, sql`day.today`);

export interface HandedRow extends Record<string, unknown> {
  id: number;
  no: string;
  headName: string;
  division: string;
  village: string;
  people: number;
  /** The open assignment as it is seen now: whoever re-assigns meanwhile wins. */
  assignmentId: number | null;
  cadre: number | null;
  cadreName: string | null;
}

/** The households asked for, or all of one cadre, as they are assigned now; those outside the viewer's fence are left out. */
export async function reassignable(viewer: Viewer, asked: { households: readonly number[]; cadre: number | null }): Promise<{ rows: HandedRow[]; more: boolean }> {
  if (asked.households.length === 0 && asked.cadre === null) return { rows: [], more: false };
  const which: SQL = asked.cadre === null
    ? sql`h.id in ${[...asked.households]}`
    : sql`h.id in (select household_id from assignments where person_id = ${asked.cadre} and ends_on is null)`;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<HandedRow>(sql`
      select h.id, h.no, h.head_name as "headName", h.division, v.name as village, (select count(*)::int from members m where m.household_id = h.id) as people,
        a.id as "assignmentId", a.person_id as cadre, n.name as "cadreName"
      from households h join divisions v on v.code = h.division
      left join assignments a on a.household_id = h.id and a.ends_on is null left join people n on n.id = a.person_id
      where ${which} order by h.division, h.id limit ${REASSIGN_LIMIT + 1}`);
    return { rows: rows.slice(0, REASSIGN_LIMIT), more: rows.length > REASSIGN_LIMIT };
  });
}

export interface Candidate extends Record<string, unknown> {
  id: number;
  name: string;
  duties: Duty[];
  department: string | null;
  /** Households they help now. */
  load: number;
}

/** Who may take households of a village over: whoever serves in its team or as its cadre today, its cadres with the fewest households first. */
export async function candidates(viewer: Viewer, village: string, name: string): Promise<Candidate[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Candidate>(sql`
      select n.id, n.name, serving.duties, d.name as department,
        (select count(*)::int from assignments a where a.person_id = n.id and a.ends_on is null) as load
      from (
        select s.person_id, json_agg(distinct s.duty) as duties, bool_or(s.duty = 'cadre') as cadre from appointments s, ${DAY}
        where s.division = ${village} and s.duty in ('cadre', 'first-secretary', 'team-leader', 'team-member', 'technician') and ${SERVING} group by s.person_id
      ) as serving
      join people n on n.id = serving.person_id left join departments d on d.code = n.department
      where ${name === '' ? sql`true` : beginsWith(sql`n.name`, name)} order by serving.cadre desc, load, n.name, n.id limit 100`);
    return rows;
  });
}
