import 'server-only';
import { readClock } from '@/db/clock';
import { countyOf, entryByKey, isCollecting, nextReceipt } from '@/db/fund-books';
import { book, lockLedger } from '@/db/ledger';
import { donationTouches } from '@/db/relief-touches';
import { donations } from '@/db/schema/fund';
import type { DonorKind } from '@/domain/fund';
import { DONATION } from '@/domain/fund-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayKeep } from '../policy';

const NAME = 'donation.record';

type Recorded = { id: number; already?: true; division?: string; receiptNo?: string; donor?: string | null; kind?: DonorKind; amount?: number; givenOn?: string; campaign?: string | null };

/**
 * Books a donation and gives it the next receipt number of its year. Whoever gives without a name is not written down anywhere, not
 * in the audit trail either. The same form sent twice is answered with the donation it made.
 */
export const recordDonation = command('donation.record', { fresh: true })
  .input(DONATION)
  .load(({ tx }) => countyOf(tx))
  .can(mayKeep)
  .run(async ({ tx, viewer, input, subject: { division } }): Promise<Recorded | null> => {
    const { key, day, amount, kind, campaign } = input;
    const { today } = await readClock(tx);
    if (day > today) throw new Refusal('invalid', NAME, [{ field: 'day', problem: 'future-day' }]);
    if (campaign !== null && !(await isCollecting(tx, campaign, day))) throw new Refusal('invalid', NAME, [{ field: 'campaign', problem: 'other-campaign' }]);
    await lockLedger(tx);
    const booked = await entryByKey(tx, `donation:${key}`);
    if (booked?.donation) return { id: booked.donation, already: true };
    const entryId = await book(tx, { deed: 'donation', key: `donation:${key}`, amount, madeBy: viewer.personId, bookedOn: day });
    if (entryId === null) return null;
    const donor = input.anonymous ? null : input.donor;
    const receiptNo = await nextReceipt(tx, day);
    const [row] = await tx.insert(donations).values({ division, entryId, receiptNo, donor, kind, campaign, givenOn: day, amount }).returning({ id: donations.id });
    return row ? { id: row.id, division, receiptNo, donor, kind, amount, givenOn: day, campaign } : null;
  })
  .touches(({ subject: { division }, input: { day } }) => donationTouches({ division, givenOn: day }));
