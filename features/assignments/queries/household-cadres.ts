import 'server-only';
import { sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';

export interface CadreRow extends Record<string, unknown> {
  id: number;
  personId: number;
  name: string;
  department: string | null;
  startsOn: string;
  /** The first day no longer responsible; null while it is theirs. */
  endsOn: string | null;
  /** Responsible on paper, but no longer serving as a cadre of the village. */
  left: boolean;
  handoverId: number | null;
}

/** Who is and was responsible for a household, now first. */
export async function householdCadres(viewer: Viewer, householdId: number): Promise<CadreRow[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<CadreRow>(sql`
      select a.id, a.person_id as "personId", p.name, d.name as department, a.starts_on as "startsOn", a.ends_on as "endsOn", a.handover_id as "handoverId",
        a.ends_on is null and not exists (
          select from appointments s, (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
          where s.person_id = a.person_id and s.duty = 'cadre' and ${standsOn(sql`s`, sql`today`)}) as left
      from assignments a join people p on p.id = a.person_id left join departments d on d.code = p.department
      where a.household_id = ${householdId} order by a.starts_on desc, a.id desc`);
    return rows;
  });
}
