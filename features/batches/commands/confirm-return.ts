import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { book, lockLedger } from '@/db/ledger';
import { moveCase } from '@/db/relief-cases';
import { isParty, lockBatch } from '@/db/relief-batches';
import { paidLine } from '@/db/relief-settling';
import { returnTouches } from '@/db/relief-touches';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'batch.confirm-return';
const id = z.coerce.number().int().positive().max(2_147_483_647);

/**
 * A second officer, no party to the batch, confirms that a payment came back: the money is in the bank and promised to the case
 * again, what was published of it is taken back, and the case may be paid once more. `ref` is the return they read of: entered
 * otherwise meanwhile, it is read again.
 */
export const confirmReturn = command('batch.confirm-return', { fresh: true })
  .input(z.object({ id, no: id, ref: z.string().max(40) }))
  .load(async ({ tx, input }) => {
    await lockLedger(tx);
    return lockBatch(tx, input.id);
  })
  .can(mayManage)
  .run(async ({ tx, viewer, input: { no, ref }, subject: { id: batch, division } }) => {
    const found = await paidLine(tx, batch, no);
    if (!found || found.line.returnEnteredBy === null) throw new Refusal('conflict', NAME, [], 'batch-not-paid');
    const { line, its } = found;
    const { rows: [asked] } = await tx.execute<{ party: boolean }>(sql`select ${isParty(sql`${viewer.personId}::int`)} as party from relief_batches b where b.id = ${batch}`);
    if (asked?.party) throw new Refusal('forbidden', NAME, [], 'batch-return-own');
    const { rows: [back] } = await tx.execute<{ note: string }>(sql`update relief_batch_lines set state = 'returned', return_confirmed_by = ${viewer.personId} where id = ${line.id} and return_ref = ${ref} returning return_ref || '：' || return_reason as note`);
    const moved = back && await moveCase(tx, { case: its, verb: 'come-back', version: its.version, by: viewer.personId, note: back.note });
    if (!moved) return null;
    await book(tx, { deed: 'return', key: `return:${line.id}`, amount: line.amount, madeBy: viewer.personId, lineId: line.id });
    await tx.execute(sql`update relief_notices set paid_month = null where case_id = ${line.caseId} and paid_month is not null`);
    return { id: batch, division, no, caseId: line.caseId, caseNo: line.caseNo, amount: line.amount, state: moved.state };
  })
  .touches(({ tx, after }) => returnTouches(tx, after.caseId));
