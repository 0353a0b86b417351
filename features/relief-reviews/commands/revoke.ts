import 'server-only';
import { book } from '@/db/ledger';
import { moveCase } from '@/db/relief-cases';
import { lockStanding, takeDownNotice } from '@/db/relief-standing';
import { lastCaseStep } from '@/db/relief-steps';
import { reliefTouches } from '@/db/relief-touches';
import { WITH_REASON } from '@/domain/relief-review';
import { command } from '@/server/command';
import { mayRevoke } from '../policy';

/** The district takes an approval back before the money is on its way; what was reserved is free again in the same transaction. */
export const revokeApproval = command('relief.revoke', { lastStep: lastCaseStep })
  .input(WITH_REASON)
  .load(({ tx, viewer, input }) => lockStanding(tx, input.id, viewer.personId))
  .can((viewer, subject) => mayRevoke(viewer, subject) || subject.state === 'batched' || subject.state === 'refused')
  .run(async ({ tx, viewer, subject, input: { version, reason } }) => {
    const moved = await moveCase(tx, { case: subject, verb: 'revoke', version, by: viewer.personId, note: reason });
    if (!moved || subject.amount === null) return null;
    await takeDownNotice(tx, subject.id);
    await book(tx, { deed: 'release', key: `release:${subject.id}`, amount: subject.amount, madeBy: viewer.personId, caseId: subject.id });
    return moved;
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
