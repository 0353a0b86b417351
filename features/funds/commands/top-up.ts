import 'server-only';
import { readClock } from '@/db/clock';
import { bookIncome, countyOf } from '@/db/fund-books';
import { fundTouches } from '@/db/relief-touches';
import { INCOME } from '@/domain/fund-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayKeep } from '../policy';

const NAME = 'fund.top-up';

/** Books money of the county's budget; the note names its document. It closes the top-up task when the fund stands at its floor again. The same form sent twice books once. */
export const recordTopUp = command('fund.top-up', { fresh: true })
  .input(INCOME)
  .load(({ tx }) => countyOf(tx))
  .can(mayKeep)
  .run(async ({ tx, viewer, input: { key, amount, day, note }, subject: { division } }) => {
    const { today } = await readClock(tx);
    if (day > today) throw new Refusal('invalid', NAME, [{ field: 'day', problem: 'future-day' }]);
    return bookIncome(tx, 'top-up', { key, amount, day, note, division, madeBy: viewer.personId });
  })
  .touches(({ subject: { division }, input: { day } }) => fundTouches(division, [day]));
