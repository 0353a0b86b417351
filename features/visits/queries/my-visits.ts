import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Outcome, Seen } from '@/domain/visit';
import type { Viewer } from '@/domain/viewer';

export interface MyVisit extends Record<string, unknown> {
  id: number;
  name: string;
  visitedOn: string;
  seen: Seen;
  outcome: Outcome;
  photos: number;
}

const LISTED = 10;

/** What the viewer recorded lately, newest first. */
export async function myVisits(viewer: Viewer): Promise<MyVisit[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<MyVisit>(sql`
      select v.id, (select h.head_name from households h where h.id = v.household_id) as name, to_char(v.visited_on, 'YYYY-MM-DD') as "visitedOn", v.seen, v.outcome,
        (select count(*)::int from visit_photos f where f.visit_id = v.id) as photos
      from visits v where v.person_id = ${viewer.personId} order by v.visited_on desc, v.id desc limit ${LISTED}`);
    return rows;
  });
}
