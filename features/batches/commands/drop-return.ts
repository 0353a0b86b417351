import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordStep } from '@/db/relief-cases';
import { lockBatch } from '@/db/relief-batches';
import { paidLine } from '@/db/relief-settling';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'batch.drop-return';
const id = z.coerce.number().int().positive().max(2_147_483_647);

/** A return that was entered for the wrong payment and not confirmed yet is taken out again; nothing was booked. */
export const dropReturn = command('batch.drop-return', { fresh: true })
  .input(z.object({ id, no: id, reason: z.string().trim().min(4).max(200) }))
  .load(({ tx, input }) => lockBatch(tx, input.id))
  .can(mayManage)
  .run(async ({ tx, viewer, input: { no, reason }, subject: { id: batch, division } }) => {
    const found = await paidLine(tx, batch, no);
    if (!found || found.line.returnEnteredBy === null) throw new Refusal('conflict', NAME, [], 'batch-not-paid');
    const { line, its } = found;
    await recordStep(tx, its, { part: 'payment', verb: 'drop-return', by: viewer.personId, note: reason });
    await tx.execute(sql`update relief_batch_lines set return_ref = null, return_reason = null, returned_on = null, return_entered_by = null where id = ${line.id}`);
    return { id: batch, division, no, caseNo: line.caseNo, reason };
  });
