import 'server-only';
import { z } from 'zod';
import { lockLedger } from '@/db/ledger';
import { linesOf, lockBatch, moveBatch } from '@/db/relief-batches';
import { settleLine } from '@/db/relief-settling';
import { batchTouches } from '@/db/relief-touches';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'batch.bounce';

/** The bank refuses the file as a whole: every payment of the batch failed for this reason, as if a result file said so of each. Once the bank answered a line, its result files say the rest. */
export const bounceBatch = command('batch.bounce')
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647), reason: z.string().trim().min(4).max(200) }))
  .load(async ({ tx, input }) => {
    await lockLedger(tx);
    return lockBatch(tx, input.id);
  })
  .can(mayManage)
  .run(async ({ tx, viewer, input: { reason }, subject }) => {
    const lines = await linesOf(tx, subject.id);
    if (subject.state !== 'sent' || lines.some(({ state }) => state !== 'waiting')) throw new Refusal('conflict', NAME, [], 'batch-answered');
    for (const line of lines) if (!(await settleLine(tx, viewer.personId, line, { result: 'failed', reason, bankRef: '' }))) return null;
    const moved = await moveBatch(tx, subject, 'reconcile');
    return moved && { id: moved.id, division: moved.division, no: moved.no, state: moved.state, version: moved.version, failed: lines.length, reason };
  })
  .touches(({ tx, after }) => batchTouches(tx, after.id));
