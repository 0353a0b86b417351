import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readClock } from '@/db/clock';
import { recordStep } from '@/db/relief-cases';
import { lockBatch } from '@/db/relief-batches';
import { paidLine } from '@/db/relief-settling';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'batch.enter-return';
const id = z.coerce.number().int().positive().max(2_147_483_647);

/**
 * The bank sent a payment back after it had reached the card: entered with the bank's reference, day and reason. Nothing is booked
 * until a second officer confirms it; until then it may be entered again, as it should be, or taken out.
 */
export const enterReturn = command('batch.enter-return', { fresh: true })
  .input(z.object({ id, no: id, ref: z.string().trim().regex(/^[A-Za-z0-9]{6,40}$/, 'bank-reference'), day: z.iso.date(), reason: z.string().trim().min(2).max(200) }))
  .load(({ tx, input }) => lockBatch(tx, input.id))
  .can(mayManage)
  .run(async ({ tx, viewer, input: { no, ref, day, reason }, subject: { id: batch, division } }) => {
    const found = await paidLine(tx, batch, no);
    if (!found) throw new Refusal('conflict', NAME, [], 'batch-not-paid');
    const { line, its } = found;
    const { rows: [paid] } = await tx.execute<{ on: string }>(sql`select to_char(settled_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on from relief_batch_lines where id = ${line.id}`);
    if (day > (await readClock(tx)).today) throw new Refusal('invalid', NAME, [{ field: 'day', problem: 'future-day' }]);
    if (!paid || day < paid.on) throw new Refusal('invalid', NAME, [{ field: 'day', problem: 'before-paid' }]);
    await recordStep(tx, its, { part: 'payment', verb: 'enter-return', by: viewer.personId, note: `${ref}：${reason}` });
    await tx.execute(sql`update relief_batch_lines set return_ref = ${ref}, return_reason = ${reason}, returned_on = ${day}, return_entered_by = ${viewer.personId} where id = ${line.id}`);
    return { id: batch, division, no, caseNo: line.caseNo, amount: line.amount, ref, day, reason };
  });
