import 'server-only';
import { moveCase } from '@/db/relief-cases';
import { lockStanding, takeDownNotice } from '@/db/relief-standing';
import { lastCaseStep } from '@/db/relief-steps';
import { reliefTouches } from '@/db/relief-touches';
import { reviewOf } from '@/domain/relief';
import { WITH_REASON } from '@/domain/relief-review';
import { command } from '@/server/command';
import { cameLate, mayReview } from '../policy';

/** A review ends a case without money, with why. A notice that hangs is taken down. */
export const refuseCase = command('relief.refuse', { lastStep: lastCaseStep })
  .input(WITH_REASON)
  .load(({ tx, viewer, input }) => lockStanding(tx, input.id, viewer.personId))
  .can((viewer, subject) => mayReview(viewer, subject) || cameLate(viewer, subject))
  .run(async ({ tx, viewer, subject, input: { version, reason } }) => {
    const review = reviewOf(subject.state);
    if (review === null || !mayReview(viewer, subject)) return null;
    await takeDownNotice(tx, subject.id);
    return moveCase(tx, { case: subject, verb: `refuse-${review}`, version, by: viewer.personId, note: reason });
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
