import 'server-only';
import { lastLetterStep, lockLetter, openVersion } from '@/db/letters';
import { isAmendable } from '@/domain/letter';
import { AMENDMENT } from '@/domain/letter-input';
import { command } from '@/server/command';
import { mayIssue } from '../policy';

/** Opens the next version as a draft with the same clauses. What was signed stays in force until the new one is. */
export const amendLetter = command('letter.amend', { lastStep: lastLetterStep })
  .input(AMENDMENT)
  .load(({ tx, input }) => lockLetter(tx, input.id))
  .can(mayIssue)
  .run(async ({ tx, viewer, subject, input }) => {
    if (!isAmendable(subject.state) || input.version !== subject.version) return null;
    const { id, division, version, state } = await openVersion(tx, subject, viewer.personId, input.reason);
    return { id, division, version, state, reason: input.reason };
  });
