import 'server-only';
import { readClock } from '@/db/clock';
import { countyOf, entryByKey } from '@/db/fund-books';
import { book } from '@/db/ledger';
import { fundTouches } from '@/db/relief-touches';
import { INCOME } from '@/domain/fund-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayKeep } from '../policy';

const NAME = 'fund.interest';

type Booked = { id: number; already?: true; division?: string; amount?: number; bookedOn?: string; note?: string };

/** Books the interest that the bank paid on the fund; the note names its statement. The same form sent twice books once. */
export const recordInterest = command('fund.interest', { fresh: true })
  .input(INCOME)
  .load(({ tx }) => countyOf(tx))
  .can(mayKeep)
  .run(async ({ tx, viewer, input: { key, amount, day, note }, subject: { division } }): Promise<Booked | null> => {
    const { today } = await readClock(tx);
    if (day > today) throw new Refusal('invalid', NAME, [{ field: 'day', problem: 'future-day' }]);
    const id = await book(tx, { deed: 'interest', key: `interest:${key}`, amount, madeBy: viewer.personId, bookedOn: day, note });
    if (id !== null) return { id, division, amount, bookedOn: day, note };
    const before = await entryByKey(tx, `interest:${key}`);
    return before && { id: before.id, already: true };
  })
  .touches(({ subject: { division }, input: { day } }) => fundTouches(division, [day]));
