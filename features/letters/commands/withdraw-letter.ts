import 'server-only';
import { lastLetterStep, lockLetter, moveLetter } from '@/db/letters';
import { WITHDRAWAL } from '@/domain/letter-input';
import { command } from '@/server/command';
import { mayIssue } from '../policy';

/** Takes back a version that is not in force, with a reason; what was in force stays so. */
export const withdrawLetter = command('letter.withdraw', { lastStep: lastLetterStep })
  .input(WITHDRAWAL)
  .load(({ tx, input }) => lockLetter(tx, input.id))
  .can(mayIssue)
  .run(async ({ tx, viewer, subject, input }) => {
    const moved = input.version === subject.version ? await moveLetter(tx, { letter: subject, verb: 'withdraw', revision: input.revision, by: viewer.personId, note: input.reason }) : null;
    if (!moved) return null;
    return { ...moved, reason: input.reason };
  });
