import 'server-only';
import { leaveReview, lockStanding } from '@/db/relief-standing';
import { lastCaseStep } from '@/db/relief-steps';
import { reliefTouches } from '@/db/relief-touches';
import { WITH_REASON } from '@/domain/relief-review';
import { command } from '@/server/command';
import { cameLate, mayReview } from '../policy';

/** A review ends a case without money, with why. A notice that hangs is taken down. */
export const refuseCase = command('relief.refuse', { lastStep: lastCaseStep })
  .input(WITH_REASON)
  .load(({ tx, viewer, input }) => lockStanding(tx, input.id, viewer.personId))
  .can((viewer, subject) => mayReview(viewer, subject) || cameLate(viewer, subject))
  .run(async ({ tx, viewer, subject, input: { version, reason } }) => (mayReview(viewer, subject) ? leaveReview(tx, subject, 'refuse', { version, by: viewer.personId, note: reason }) : null))
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
