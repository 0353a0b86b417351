import 'server-only';
import { sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import { REASSIGN_LIMIT } from '@/domain/assignment';
import { spread, type Spreadable } from '@/domain/spread';
import type { Viewer } from '@/domain/viewer';

interface Row extends Spreadable, Record<string, unknown> {
  headName: string;
  assignmentId: number | null;
  cadreName: string | null;
}

export interface PlanHelper extends Record<string, unknown> {
  id: number;
  name: string;
  /** Households now and after the plan. */
  load: number;
  after: number;
}

export interface PlanRow {
  id: number;
  headName: string;
  group: number;
  assignmentId: number;
  cadre: number | null;
  cadreName: string | null;
  orphaned: boolean;
  /** Whom the rule gives it to; null where nobody has room. */
  to: number | null;
}

export interface SpreadPlan {
  rows: PlanRow[];
  helpers: PlanHelper[];
}

/** How a village's orphaned and surplus households would be spread over its cadres today; changes nothing. */
export async function spreadPlan(viewer: Viewer, village: string): Promise<SpreadPlan> {
  return fenced(viewer, async (tx) => {
    const day = sql`(select (county_now() at time zone 'Asia/Shanghai')::date as today) as day`;
    const { rows } = await tx.execute<Row>(sql`
      select h.id, h.head_name as "headName", h.group_no as "group", a.id as "assignmentId", a.person_id as cadre, n.name as "cadreName",
        not exists (select from appointments s where s.person_id = a.person_id and s.duty = 'cadre' and ${standsOn(sql`s`, sql`day.today`)}) as orphaned
      from households h cross join ${day} left join assignments a on a.household_id = h.id and a.ends_on is null left join people n on n.id = a.person_id
      where h.division = ${village} order by h.group_no, h.id`);
    const helpers = await tx.execute<PlanHelper>(sql`
      select n.id, n.name, (select count(*)::int from assignments a where a.person_id = n.id and a.ends_on is null) as load, 0 as after
      from people n where n.id in (
        select s.person_id from appointments s, ${day} where s.division = ${village} and s.duty = 'cadre' and ${standsOn(sql`s`, sql`day.today`)})
      order by n.id`);
    const { moves, left, loads } = spread(rows, helpers.rows);
    const to = new Map<number, number | null>([...moves.map((move) => [move.household, move.to] as const), ...left.map((id) => [id, null] as const)]);
    return {
      rows: rows.filter((row) => to.has(row.id)).slice(0, REASSIGN_LIMIT)
        .map(({ id, headName, group, assignmentId, cadre, cadreName, orphaned }) => ({ id, headName, group, assignmentId: assignmentId ?? 0, cadre, cadreName, orphaned, to: to.get(id) ?? null })),
      helpers: helpers.rows.map((helper) => ({ ...helper, after: loads.get(helper.id) ?? helper.load })),
    };
  });
}
