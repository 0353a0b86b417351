import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import { addMonths, firstDay, type Month } from '@/domain/month';
import { UNVISITED_DAYS } from '@/domain/visit';
import type { Viewer } from '@/domain/viewer';

export interface CadreCoverage extends Record<string, unknown> {
  /** Null for the households without a cadre. */
  personId: number | null;
  name: string | null;
  households: number;
  unvisited1: number;
  unvisited3: number;
  unvisited6: number;
  never: number;
  openDemands: number;
}

/**
 * The same by cadre, inside one village: its households at the month's end, each looked up by index. The rule is the registers'
 * (more than so many days at the month's end), so that the cadres add up to the village's figures.
 */
export async function cadreBoard(viewer: Viewer, area: Area, month: Month): Promise<CadreCoverage[]> {
  const next = sql`${firstDay(addMonths(month, 1))}::date`;
  const unvisited = (days: number): SQL => sql`(count(*) filter (where coalesce(last, registered_on) + ${days + 1}::int < ${next}))::int`;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<CadreCoverage>(sql`
      with housed as (
        select h.id, h.registered_on,
          (select a.person_id from assignments a where a.household_id = h.id and a.starts_on < ${next} and (a.ends_on is null or a.ends_on >= ${next}) order by a.starts_on desc limit 1) as person_id,
          (select max(v.visited_on) from visits v where v.household_id = h.id and v.visited_on < ${next}) as last,
          (select count(*) from demands d where d.household_id = h.id and d.raised_on < ${next} and (d.answered_on is null or (d.answered_on >= ${next} and d.answered_on > d.raised_on))) as open
        from households h where ${inArea(sql`h.division`, area)} and h.registered_on < ${next}
      )
      select housed.person_id as "personId", (select p.name from people p where p.id = housed.person_id) as name, count(*)::int as households,
        ${unvisited(UNVISITED_DAYS[1])} as unvisited1, ${unvisited(UNVISITED_DAYS[3])} as unvisited3, ${unvisited(UNVISITED_DAYS[6])} as unvisited6,
        (count(*) filter (where last is null))::int as never, sum(open)::int as "openDemands"
      from housed group by housed.person_id order by unvisited3 desc, unvisited1 desc, housed.person_id nulls first`);
    return rows;
  });
}
