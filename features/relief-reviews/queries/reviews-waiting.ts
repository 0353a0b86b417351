import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { isKin } from '@/db/relief-standing';
import { may } from '@/domain/access';
import { REVIEW_OF } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';
import { reviewPlaces } from '../policy';

export interface WaitingReviews extends Record<string, unknown> {
  readonly state: keyof typeof REVIEW_OF;
  readonly count: number;
  /** Of these, over their days. */
  readonly late: number;
}

/** The case is of the viewer's own people or of a relative's, or they had another part in it. */
const mustKeepAway = (person: number, part: string): SQL => sql`(
  exists (select from relief_steps s where s.case_id = c.id and s.person_id = ${person} and s.part <> ${part})
  or ${isKin(sql`c.id`, person)})`;

/** Cases that wait for a review of the viewer's own; for the district once the notice's days are over and nothing is left to answer. */
export async function reviewsWaiting(viewer: Viewer): Promise<WaitingReviews[]> {
  const places = may(viewer, 'relief.review') ? reviewPlaces(viewer) : [];
  if (places.length === 0) return [];
  const mine = places.map(({ state, division }) => sql`(c.state = ${state} and starts_with(c.division, ${division}) and not ${mustKeepAway(viewer.personId, REVIEW_OF[state])})`);
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<WaitingReviews>(sql`
      select c.state, count(*)::int as count, (count(*) filter (where c.due_at < county_now()))::int as late from relief_cases c
      where c.state in ('applied', 'reviewed', 'noticed') and (${sql.join(mine, sql` or `)})
        and (c.state <> 'noticed' or exists (select from relief_notices n where n.case_id = c.id and n.round = c.round and n.taken_down_at is null and n.closes_at <= county_now())
          and not exists (select from relief_objections o where o.case_id = c.id and o.answered_at is null))
      group by c.state order by array_position(array['applied', 'reviewed', 'noticed'], c.state)`);
    return rows;
  });
}

/** Cases with an objection that waits for an answer and that the viewer had no part in. */
export async function objectionsWaiting(viewer: Viewer): Promise<number> {
  if (!may(viewer, 'relief.answer')) return 0;
  return fenced(viewer, async (tx) => {
    const { rows: [row] } = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from relief_cases c
      where c.state = 'noticed' and exists (select from relief_objections o where o.case_id = c.id and o.answered_at is null) and not ${mustKeepAway(viewer.personId, 'objection')}`);
    return row?.count ?? 0;
  });
}
