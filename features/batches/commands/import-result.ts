import 'server-only';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/fence';
import { lockLedger } from '@/db/ledger';
import { linesOf, lockBatch, moveBatch, readLayout } from '@/db/relief-batches';
import { settleLine } from '@/db/relief-settling';
import { batchTouches } from '@/db/relief-touches';
import { bankResults } from '@/db/schema/fund';
import { isProblem, newResults, readResult, type ResultProblem, type ResultRow } from '@/domain/bank-result';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'batch.import';

/** Refused whole, in words that name the line of the file. */
const refuse = ({ problem, row }: ResultProblem) => new Refusal('invalid', NAME, [{ field: 'file', problem: `result-${problem}`, limit: row }]);

type Taken = { id: number; already?: true; division?: string; no?: string; hash?: string; paid?: number; failed?: number; state?: string };

/**
 * Takes a result file of the bank in, whole or not at all: each line that waits is paid or failed, with its case, the ledger and the
 * notice's month; what was settled before and says the same is passed over. A file that was taken in before is answered as such.
 */
export const importResult = command('batch.import', { fresh: true })
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647), file: z.instanceof(Uint8Array) }))
  .load(async ({ tx, input }) => {
    await lockLedger(tx);
    return lockBatch(tx, input.id);
  })
  .can(mayManage)
  .run(async ({ tx, viewer, input, subject }): Promise<Taken | null> => {
    const hash = createHash('sha256').update(input.file).digest('hex');
    const { rows: [before] } = await tx.execute<{ batchId: number }>(sql`select batch_id as "batchId" from bank_results where hash = ${hash}`);
    if (before) {
      if (before.batchId === subject.id) return { id: subject.id, already: true };
      throw refuse({ problem: 'other-batch', row: 1 });
    }
    const file = readResult(input.file, (await readLayout(tx, subject.no)).delimiter);
    if (isProblem(file)) throw refuse(file);
    if (subject.state === 'made' || subject.state === 'void') throw refuse({ problem: 'other-file', row: 1 });
    const lines = await linesOf(tx, subject.id);
    const found = newResults(file, { ...subject, lines });
    if (isProblem(found)) throw refuse(found);
    await refuseKnownReferences(tx, found);
    for (const { line, row } of found) if (!(await settleLine(tx, viewer.personId, line, row))) return null;
    const paid = found.filter(({ row }) => row.result === 'paid').length;
    const failed = found.length - paid;
    await tx.insert(bankResults).values({ batchId: subject.id, division: subject.division, hash, paid, failed, takenBy: viewer.personId });
    const done = lines.filter(({ state }) => state === 'waiting').length === found.length;
    const moved = done && subject.state === 'sent' ? await moveBatch(tx, subject, 'reconcile') : subject;
    return moved && { id: subject.id, division: subject.division, no: subject.no, hash, paid, failed, state: moved.state };
  })
  .touches(({ tx, after }) => batchTouches(tx, after.id));

/** A bank's reference belongs to one payment, of whatever batch. */
async function refuseKnownReferences(tx: Tx, found: readonly { row: ResultRow }[]): Promise<void> {
  const asked = JSON.stringify(found.flatMap(({ row }) => (row.bankRef ? [row.bankRef] : [])));
  const { rows } = await tx.execute<{ ref: string }>(sql`
    select bank_ref as ref from relief_batch_lines where bank_ref in (select value from jsonb_array_elements_text(${asked}::jsonb))`);
  const known = new Set(rows.map(({ ref }) => ref));
  const hit = found.find(({ row }) => known.has(row.bankRef));
  if (hit) throw refuse({ problem: 'reference-twice', row: hit.row.row });
}
