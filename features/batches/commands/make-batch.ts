import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readClock } from '@/db/clock';
import { countyOf } from '@/db/fund-books';
import { lockLedger } from '@/db/ledger';
import { payableCases } from '@/db/payable-cases';
import { type ReliefCase, moveCase } from '@/db/relief-cases';
import { batchTouches } from '@/db/relief-touches';
import { reliefBatches, reliefBatchLines } from '@/db/schema/fund';
import { RESULT_ROWS } from '@/domain/bank-result';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'batch.make';

/**
 * Puts every approved case that may be paid now into one batch: a line for each, to the account that is usable, and the case moves
 * on. Of two at once the second finds nothing left.
 */
export const makeBatch = command('batch.make', { fresh: true })
  .input(z.object({}))
  .load(async ({ tx }) => {
    await lockLedger(tx);
    return countyOf(tx);
  })
  .can(mayManage)
  .run(async ({ tx, viewer, subject: { division } }) => {
    const payable = (await payableCases(tx, viewer.personId, true)).filter(({ why }) => why === null).slice(0, RESULT_ROWS);
    if (payable.length === 0) throw new Refusal('invalid', NAME, [], 'batch-nothing');
    const { today } = await readClock(tx);
    const { rows: [made] } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from relief_batches where starts_with(no, ${`PC${today.replaceAll('-', '')}-`})`);
    const no = `PC${today.replaceAll('-', '')}-${String((made?.count ?? 0) + 1).padStart(2, '0')}`;
    const total = payable.reduce((sum, { amount }) => sum + amount, 0);
    const [batch] = await tx.insert(reliefBatches).values({ no, division, lines: payable.length, total, madeBy: viewer.personId }).returning({ id: reliefBatches.id });
    if (!batch) return null;
    for (const [at, its] of payable.entries()) {
      const { id: caseId, amount, subjectKey, cause, year, cardId, holder, cardTail } = its;
      if (cardId === null || holder === null || cardTail === null) return null;
      await tx.insert(reliefBatchLines).values({ batchId: batch.id, no: at + 1, division: its.division, caseId, cardId, holder, cardTail, amount, subjectKey, cause, year });
      const moved = await moveCase(tx, { case: { ...its, state: 'approved' } as unknown as ReliefCase, verb: 'batch', version: its.version, by: viewer.personId, note: no });
      if (!moved) return null;
    }
    return { id: batch.id, division, no, lines: payable.length, total, cases: payable.map(({ no: caseNo }) => caseNo) };
  })
  .touches(({ tx, after }) => batchTouches(tx, after.id));
