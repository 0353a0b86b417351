import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced, widened } from '@/db/fence';
import { isParty } from '@/db/relief-batches';
import { RIGHTS, ROLE_OF } from '@/domain/access';
import { DUTIES } from '@/domain/command';
import type { LineState } from '@/domain/fund';
import type { Viewer } from '@/domain/viewer';
import { BATCH_RESULTS, type BatchRow } from './list-batches';

export interface LineRow extends Record<string, unknown> {
  readonly no: number;
  readonly caseId: number;
  readonly caseNo: string;
  readonly village: string;
  readonly holder: string;
  readonly cardTail: string;
  /** Fen. */
  readonly amount: number;
  readonly state: LineState;
  readonly reason: string | null;
  readonly bankRef: string | null;
  /** Epoch milliseconds. */
  readonly settledAt: number | null;
  /** The bank sent it back after it was paid: who entered it, and what the bank says. */
  readonly returnEnteredBy: string | null;
  readonly returnRef: string | null;
  readonly returnReason: string | null;
  /** `YYYY-MM-DD`. */
  readonly returnedOn: string | null;
}

export interface ResultRow extends Record<string, unknown> {
  readonly id: number;
  readonly hash: string;
  readonly paid: number;
  readonly failed: number;
  readonly at: number;
  readonly takenBy: string;
}

export interface BatchPage extends BatchRow {
  readonly version: number;
  readonly fileHash: string | null;
  readonly sentBy: string | null;
  readonly sentAt: number | null;
  readonly closedBy: string | null;
  readonly closedAt: number | null;
  readonly voidedBy: string | null;
  readonly voidedAt: number | null;
  readonly voidReason: string | null;
  /** The viewer is a party to it: somebody else closes it. */
  readonly own: boolean;
  /** The finance officers who are no party to it and may close it, by name. */
  readonly closers: readonly string[];
  readonly payments: readonly LineRow[];
  readonly results: readonly ResultRow[];
}

/** Who holds an appointment today that pays batches. */
const managers = () => sql`select a.person_id from appointments a where a.duty in (${sql.join(DUTIES.filter((duty) => RIGHTS['batches.manage'].some((role) => role === ROLE_OF[duty])).map((duty) => sql`${duty}`), sql`, `)})
  and ${standsOn(sql`a`, sql`(county_now() at time zone 'Asia/Shanghai')::date`)}`;

const epoch = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`;

type Head = BatchRow & Pick<BatchPage, 'version' | 'fileHash' | 'sentBy' | 'sentAt' | 'closedBy' | 'closedAt' | 'voidedBy' | 'voidedAt' | 'voidReason' | 'own'>;

/** A batch row by row, with the result files it took; null when there is none inside the fence. */
export async function findBatch(viewer: Viewer, id: number): Promise<BatchPage | null> {
  return fenced(viewer, async (tx) => {
    const { rows: [batch] } = await tx.execute<Head>(sql`
      select b.id, b.no, b.state, b.version, b.lines, b.total::float8 as total, b.file_hash as "fileHash", m.name as "madeBy", ${epoch(sql`b.made_at`)} as "madeAt", s.name as "sentBy", ${epoch(sql`b.sent_at`)} as "sentAt",
        c.name as "closedBy", ${epoch(sql`b.closed_at`)} as "closedAt", v.name as "voidedBy", ${epoch(sql`b.voided_at`)} as "voidedAt", b.void_reason as "voidReason",
        ${BATCH_RESULTS},
        ${isParty(sql`${viewer.personId}::int`)} as own
      from relief_batches b join people m on m.id = b.made_by left join people s on s.id = b.sent_by left join people c on c.id = b.closed_by left join people v on v.id = b.voided_by where b.id = ${id}`);
    if (!batch) return null;
    // Whose relatives the others are is not the viewer's to read: only who is left over.
    const { rows: closers } = await widened(tx, () => tx.execute<{ name: string }>(sql`
      select o.name from relief_batches b join people o on o.id in (${managers()}) and not ${isParty(sql`o.id`)} where b.id = ${id} order by o.id`));
    const { rows: payments } = await tx.execute<LineRow>(sql`
      select l.no, l.case_id as "caseId", c.no as "caseNo", v.name as village, l.holder, l.card_tail as "cardTail", l.amount::float8 as amount, l.state, l.reason, l.bank_ref as "bankRef", ${epoch(sql`l.settled_at`)} as "settledAt",
        e.name as "returnEnteredBy", l.return_ref as "returnRef", l.return_reason as "returnReason", to_char(l.returned_on, 'YYYY-MM-DD') as "returnedOn"
      from relief_batch_lines l join relief_cases c on c.id = l.case_id join divisions v on v.code = l.division left join people e on e.id = l.return_entered_by where l.batch_id = ${id} order by l.no`);
    const { rows: results } = await tx.execute<ResultRow>(sql`
      select r.id, r.hash, r.paid, r.failed, ${epoch(sql`r.at`)} as at, p.name as "takenBy" from bank_results r join people p on p.id = r.taken_by where r.batch_id = ${id} order by r.id desc`);
    return { ...batch, closers: closers.map(({ name }) => name), payments, results };
  });
}
