import 'server-only';
import { entryById } from '@/db/fund-books';
import { lockLedger, readStanding, reverse } from '@/db/ledger';
import { reversalTouches } from '@/db/relief-touches';
import { REVERSAL } from '@/domain/fund-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayKeep } from '../policy';

const NAME = 'fund.reverse';
/** What came in by mistake is taken back; what a case set in motion is undone at the case. */
const REVERSIBLE: readonly string[] = ['donation', 'top-up', 'interest'];

/** Takes an entry of income back with its opposite, once, with a reason. Money that is promised to cases is not taken back. */
export const reverseEntry = command('fund.reverse', { fresh: true })
  .input(REVERSAL)
  .load(async ({ tx, input }) => {
    await lockLedger(tx);
    return entryById(tx, input.id);
  })
  .can(mayKeep)
  .run(async ({ tx, viewer, input, subject }) => {
    if (!REVERSIBLE.includes(subject.deed)) throw new Refusal('invalid', NAME, [], 'fund-not-income');
    if (subject.reversed) return null;
    const { available } = await readStanding(tx);
    if (available < subject.amount) throw new Refusal('invalid', NAME, [], 'fund-promised');
    const id = await reverse(tx, { entryId: subject.id, madeBy: viewer.personId, note: input.reason });
    return id === null ? null : { id, reverses: subject.id, deed: subject.deed, amount: subject.amount, reason: input.reason };
  })
  .touches(({ tx, after }) => reversalTouches(tx, after.id));
