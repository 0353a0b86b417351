import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { lockCase, moveCase } from '@/db/relief-cases';
import { linesOf, lockBatch, moveBatch } from '@/db/relief-batches';
import { batchTouches } from '@/db/relief-touches';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'batch.void';

/**
 * Takes a batch back whose file nobody took yet: its lines are void, its cases wait for their money again, and nothing is booked, for
 * nothing was. Whoever takes the file holds the batch: of the two the second is told.
 */
export const voidBatch = command('batch.void')
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647), reason: z.string().trim().min(4).max(200) }))
  .load(({ tx, input }) => lockBatch(tx, input.id))
  .can(mayManage)
  .run(async ({ tx, viewer, input: { reason }, subject }) => {
    if (subject.state !== 'made') throw new Refusal('conflict', NAME, [], subject.state === 'void' ? 'batch-void' : 'batch-sent');
    const lines = await linesOf(tx, subject.id);
    const voided = await moveBatch(tx, subject, 'void', sql`, voided_by = ${viewer.personId}, void_reason = ${reason}`);
    if (!voided) return null;
    await tx.execute(sql`update relief_batch_lines set state = 'void', reason = ${reason} where batch_id = ${subject.id}`);
    for (const { caseId } of lines) {
      const its = await lockCase(tx, caseId);
      const moved = its && await moveCase(tx, { case: its, verb: 'void-batch', version: its.version, by: viewer.personId, note: `${subject.no}：${reason}` });
      if (!moved) return null;
    }
    const { id, division, no, state, version } = voided;
    return { id, division, no, state, version, reason, cases: lines.map(({ caseNo }) => caseNo) };
  })
  .touches(({ tx, after }) => batchTouches(tx, after.id));
