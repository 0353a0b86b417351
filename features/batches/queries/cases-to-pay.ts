import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { type PayableCase, payableCases } from '@/db/payable-cases';
import type { Viewer } from '@/domain/viewer';

/** A case whose payment came back. `amount` in fen; `usable`: it has an account that may be paid to. */
export interface FailedCase extends Record<string, unknown> {
  readonly id: number;
  readonly no: string;
  readonly village: string;
  readonly headName: string;
  readonly version: number;
  readonly amount: number;
  readonly cardTail: string | null;
  readonly reason: string | null;
  readonly usable: boolean;
  /** An account was entered since the payment failed. */
  readonly changed: boolean;
}

/** What waits for money: approved cases, each with why it is not paid now if it is not, and cases whose payment came back. */
export async function casesToPay(viewer: Viewer): Promise<{ approved: PayableCase[]; failed: FailedCase[] }> {
  return fenced(viewer, async (tx) => {
    const { rows: failed } = await tx.execute<FailedCase>(sql`
      select c.id, c.no, v.name as village, c.head_name as "headName", c.version, c.amount::float8 as amount, k.card_tail as "cardTail", last.reason, relief_usable_card(c.id) is not null as usable, k.id <> last.card_id as changed
      from relief_cases c join divisions v on v.code = c.division
      left join lateral (select coalesce(l.return_reason, l.reason) as reason, l.card_id from relief_batch_lines l where l.case_id = c.id and l.state in ('failed', 'returned') order by l.id desc limit 1) as last on true
      left join lateral (select n.id, n.card_tail from relief_cards n where n.case_id = c.id order by n.id desc limit 1) as k on true
      where c.state = 'failed' order by c.division, c.id`);
    return { approved: await payableCases(tx, viewer.personId), failed };
  });
}
