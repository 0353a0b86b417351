import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced, widened } from '@/db/fence';
import { receiptHash } from '@/db/receipts';
import { maskedName } from '@/domain/mask';
import type { ReliefCause, ReliefDeed, ReliefState } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';

/** What whoever holds the receipt code reads of a case: no whole name, no number, nobody else's words. Instants in epoch milliseconds. */
export interface Followed {
  readonly no: string;
  readonly maskedName: string;
  readonly village: string;
  readonly cause: ReliefCause;
  readonly state: ReliefState;
  readonly version: number;
  /** When the present step ends; null where nobody is awaited. */
  readonly dueAt: number | null;
  readonly noticeUntil: number | null;
  /** An objection is open: the case waits for its answer. */
  readonly objected: boolean;
  readonly steps: readonly { readonly deed: ReliefDeed; readonly at: number; /** Why it was sent back or refused. */ readonly why: string | null }[];
}

/** Where the case of a receipt code lies; null when the code opens none. */
export async function placeOfReceipt(viewer: Viewer, code: string): Promise<string | null> {
  return fenced(viewer, (tx) => widened(tx, async () => {
    const { rows } = await tx.execute<{ division: string }>(sql`select division from relief_cases where receipt_hash = ${receiptHash(code)}`);
    return rows[0]?.division ?? null;
  }));
}

interface Row extends Record<string, unknown>, Omit<Followed, 'maskedName' | 'steps'> {
  readonly id: number;
  readonly headName: string;
}

/** The case of a receipt code, inside the fence of its village. */
export async function followCase(viewer: Viewer, code: string): Promise<Followed | null> {
  return fenced(viewer, async (tx) => {
    const { rows: [row] } = await tx.execute<Row>(sql`
      select c.id, c.no, c.head_name as "headName", v.name as village, c.cause, c.state, c.version, (extract(epoch from c.due_at) * 1000)::float8 as "dueAt",
        (extract(epoch from n.closes_at) * 1000)::float8 as "noticeUntil",
        exists (select from relief_objections o where o.case_id = c.id and o.answered_at is null) as objected
      from relief_cases c join divisions v on v.code = c.division
      left join relief_notices n on n.case_id = c.id and n.round = c.round and n.taken_down_at is null and n.closes_at > county_now()
      where c.receipt_hash = ${receiptHash(code)}`);
    if (!row) return null;
    const { rows: steps } = await tx.execute<{ deed: ReliefDeed; at: number; why: string | null }>(sql`
      select verb as deed, (extract(epoch from at) * 1000)::float8 as at, case when verb ~ '^(return|refuse)-' or verb = 'revoke' then note end as why
      from relief_steps where case_id = ${row.id} and verb not in ('change-card', 'confirm-card', 'close-batch', 'enter-return', 'drop-return') order by id`);
    const { no, village, cause, state, version, dueAt, noticeUntil, objected } = row;
    return { no, maskedName: maskedName(row.headName), village, cause, state, version, dueAt, noticeUntil, objected, steps };
  });
}
