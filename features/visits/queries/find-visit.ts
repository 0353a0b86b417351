import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Outcome, Seen } from '@/domain/visit';
import type { Viewer } from '@/domain/viewer';

export interface VisitFile extends Record<string, unknown> {
  id: number;
  householdId: number;
  headName: string;
  village: string;
  personId: number;
  visitor: string;
  visitedOn: string;
  recordedAt: string | null;
  recordedOn: string | null;
  seen: Seen;
  outcome: Outcome;
  note: string | null;
  version: number;
  today: string;
  photos: number[];
  corrections: { at: string; who: string; reason: string; visitedOn: string; seen: Seen; note: string | null }[];
}

/** One visit with its photos and what it said before it was corrected. Null outside the viewer's fence. */
export async function findVisit(viewer: Viewer, id: number): Promise<VisitFile | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<VisitFile>(sql`
      select v.id, v.household_id as "householdId", h.head_name as "headName", d.name as village, v.person_id as "personId", p.name as visitor,
        to_char(v.visited_on, 'YYYY-MM-DD') as "visitedOn", v.recorded_at as "recordedAt", to_char(v.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "recordedOn",
        v.seen, v.outcome, v.note, v.version, to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today,
        (select coalesce(json_agg(f.id order by f.id), '[]') from visit_photos f where f.visit_id = v.id) as photos,
        (select coalesce(json_agg(json_build_object('at', c.at, 'who', n.name, 'reason', c.reason, 'visitedOn', c.visited_on, 'seen', c.seen, 'note', c.note) order by c.id desc), '[]')
          from visit_corrections c join people n on n.id = c.person_id where c.visit_id = v.id) as corrections
      from visits v join households h on h.id = v.household_id join divisions d on d.code = v.division join people p on p.id = v.person_id
      where v.id = ${id}`);
    return rows[0] ?? null;
  });
}
