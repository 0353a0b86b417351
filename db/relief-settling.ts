import { sql } from 'drizzle-orm';
import type { ResultRow } from '@/domain/bank-result';
import type { Tx } from './fence';
import { book } from './ledger';
import { type BatchLine, linesOf } from './relief-batches';
import { lockCase, moveCase, type ReliefCase } from './relief-cases';

/** What the bank says of one payment: its line is paid or failed, with its case, the ledger and the notice's month. False when the case stands elsewhere. */
export async function settleLine(tx: Tx, by: number, line: BatchLine, { result, reason, bankRef }: Pick<ResultRow, 'result' | 'reason' | 'bankRef'>): Promise<boolean> {
  const isPaid = result === 'paid';
  await tx.execute(sql`update relief_batch_lines set state = ${result}, reason = ${reason || null}, bank_ref = ${bankRef || null} where id = ${line.id}`);
  const its = await lockCase(tx, line.caseId);
  const moved = its && await moveCase(tx, { case: its, verb: isPaid ? 'settle' : 'bounce', version: its.version, by, note: reason || bankRef });
  if (!moved) return false;
  await book(tx, { deed: isPaid ? 'pay' : 'fail', key: `${isPaid ? 'pay' : 'fail'}:${line.id}`, amount: line.amount, madeBy: by, lineId: line.id });
  if (isPaid) {
    await tx.execute(sql`
      update relief_notices set paid_month = to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM') where case_id = ${line.caseId} and round = ${moved.round} and taken_down_at is null`);
  }
  return true;
}

/** A payment of a batch that reached its card, with its case, locked; null when there is none of this number. */
export async function paidLine(tx: Tx, batch: number, no: number): Promise<{ readonly line: BatchLine; readonly its: ReliefCase } | null> {
  const line = (await linesOf(tx, batch)).find((each) => each.no === no && each.state === 'paid');
  const its = line && (await lockCase(tx, line.caseId));
  return its ? { line, its } : null;
}
