import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Outcome, Seen } from '@/domain/visit';
import type { Viewer } from '@/domain/viewer';

export const VISITS_PER_PAGE = 20;

export interface VisitRow extends Record<string, unknown> {
  id: number;
  visitedOn: string;
  cadre: string;
  seen: Seen;
  note: string | null;
  outcome: Outcome;
  photos: number;
}

/** A household's visits, newest first, 20 to a page from 1; `more` tells whether there are older ones. */
export async function householdVisits(viewer: Viewer, householdId: number, page: number): Promise<{ rows: VisitRow[]; more: boolean }> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<VisitRow>(sql`
      select v.id, v.visited_on as "visitedOn", p.name as cadre, v.seen, v.note, v.outcome,
        (select count(*)::int from visit_photos f where f.visit_id = v.id) as photos
      from visits v join people p on p.id = v.person_id
      where v.household_id = ${householdId} order by v.visited_on desc, v.id desc
      limit ${VISITS_PER_PAGE + 1} offset ${(page - 1) * VISITS_PER_PAGE}`);
    return { rows: rows.slice(0, VISITS_PER_PAGE), more: rows.length > VISITS_PER_PAGE };
  });
}
