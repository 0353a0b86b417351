import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { isKin } from '@/db/relief-standing';
import { may } from '@/domain/access';
import type { ReliefState } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';
import { mayChangeCard, mayConfirmCard } from '../policy';

export interface CardCase extends Record<string, unknown> {
  readonly id: number;
  readonly no: string;
}

type Found = CardCase & { readonly division: string; readonly state: ReliefState; readonly kin: boolean };

/** Cases with their latest account `k`, in which nobody of the viewer's relatives is. */
async function cases(viewer: Viewer, which: SQL): Promise<(Found & { readonly hands: [] })[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Found>(sql`
      select c.id, c.no, c.division, c.state, ${isKin(sql`c.id`, viewer.personId)} as kin from relief_cases c join relief_cards k on k.case_id = c.id
      where k.id = (select max(l.id) from relief_cards l where l.case_id = c.id) and ${which} order by c.id`);
    return rows.map((row) => ({ ...row, hands: [] }));
  });
}

/** Cases that the bank sent back and whose account the viewer may change; once another is entered, it waits for who confirms it. */
export async function cardsToChange(viewer: Viewer): Promise<CardCase[]> {
  if (!may(viewer, 'relief.change-card')) return [];
  const found = await cases(viewer, sql`c.state = 'failed' and k.id = (select l.card_id from relief_batch_lines l where l.case_id = c.id order by l.id desc limit 1)`);
  return found.filter((each) => mayChangeCard(viewer, each));
}

/** Cases whose changed account waits for the viewer as the second person. */
export async function cardsToConfirm(viewer: Viewer): Promise<CardCase[]> {
  if (!may(viewer, 'relief.confirm-card')) return [];
  const found = await cases(viewer, sql`k.is_change and k.confirmed_at is null and k.entered_by is distinct from ${viewer.personId}::int`);
  return found.filter((each) => mayConfirmCard(viewer, each));
}
