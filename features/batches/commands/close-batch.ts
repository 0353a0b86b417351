import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordStep } from '@/db/relief-cases';
import { isParty, linesOf, lockBatch, moveBatch } from '@/db/relief-batches';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'batch.close';

/** Closes a reconciled batch. A party to it does not: it takes a second person. */
export const closeBatch = command('batch.close')
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647), version: z.coerce.number().int().positive() }))
  .load(({ tx, input }) => lockBatch(tx, input.id))
  .can(mayManage)
  .run(async ({ tx, viewer, input, subject }) => {
    if (subject.version !== input.version || subject.state !== 'reconciled') return null;
    const { rows: [asked] } = await tx.execute<{ party: boolean }>(sql`select ${isParty(sql`${viewer.personId}::int`)} as party from relief_batches b where b.id = ${subject.id}`);
    if (asked?.party) throw new Refusal('forbidden', NAME, [], 'batch-own');
    for (const line of await linesOf(tx, subject.id)) {
      const { rows: [its] } = await tx.execute<{ round: number }>(sql`select round from relief_cases where id = ${line.caseId}`);
      await recordStep(tx, { id: line.caseId, division: line.division, round: its?.round ?? 1 }, { part: 'closing', verb: 'close-batch', by: viewer.personId, note: subject.no });
    }
    const closed = await moveBatch(tx, subject, 'close', sql`, closed_by = ${viewer.personId}, closed_at = county_now()`);
    return closed && { id: closed.id, division: closed.division, state: closed.state, version: closed.version, closedBy: viewer.personId };
  });
