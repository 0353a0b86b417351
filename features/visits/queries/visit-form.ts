import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { DemandKind } from '@/domain/visit';
import type { Viewer } from '@/domain/viewer';

export interface VisitFormFacts extends Record<string, unknown> {
  id: number;
  name: string;
  village: string;
  groupNo: number;
  registeredOn: string;
  people: number;
  lastVisit: string | null;
  today: string;
  demands: { kind: DemandKind; text: string | null; raisedOn: string; promise: string | null; dueOn: string | null }[];
}

/** What is known of a household when somebody records a visit, so that nothing is asked again. Null outside the viewer's fence. */
export async function visitForm(viewer: Viewer, household: number): Promise<VisitFormFacts | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<VisitFormFacts>(sql`
      select h.id, h.head_name as name, d.name as village, h.group_no as "groupNo", to_char(h.registered_on, 'YYYY-MM-DD') as "registeredOn", (select count(*)::int from members m where m.household_id = h.id) as people,
        (select to_char(max(v.visited_on), 'YYYY-MM-DD') from visits v where v.household_id = h.id) as "lastVisit",
        to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today,
        (select coalesce(json_agg(json_build_object('kind', x.kind, 'text', x.text, 'raisedOn', x.raised_on, 'promise', x.promise, 'dueOn', x.due_on) order by x.raised_on), '[]')
          from demands x where x.household_id = h.id and x.answered_on is null) as demands
      from households h join divisions d on d.code = h.division where h.id = ${household}`);
    return rows[0] ?? null;
  });
}
