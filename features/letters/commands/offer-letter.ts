import 'server-only';
import { lastLetterStep, lockLetter, moveLetter, sealedText } from '@/db/letters';
import { LETTER_SEEN } from '@/domain/letter-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayIssue } from '../policy';

const NAME = 'letter.offer';

/** Lays a draft before both sides: from now on its text stands and has a hash. */
export const offerLetter = command('letter.offer', { lastStep: lastLetterStep })
  .input(LETTER_SEEN)
  .load(({ tx, input }) => lockLetter(tx, input.id))
  .can(mayIssue)
  .run(async ({ tx, viewer, subject, input }) => {
    if (subject.clauses.length === 0) throw new Refusal('invalid', NAME, [], 'letter-empty');
    const sealed = sealedText(subject);
    const moved = input.version === subject.version ? await moveLetter(tx, { letter: subject, verb: 'offer', revision: input.revision, by: viewer.personId, sealed }) : null;
    if (!moved) return null;
    return { ...moved, hash: sealed.hash };
  });
