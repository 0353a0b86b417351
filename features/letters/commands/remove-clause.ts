import 'server-only';
import { sql } from 'drizzle-orm';
import { lastLetterStep, lockLetter, moveLetter } from '@/db/letters';
import { CLAUSE_GONE } from '@/domain/letter-input';
import { command } from '@/server/command';
import { mayIssue } from '../policy';

/** Takes a clause out of a draft. */
export const removeClause = command('clause.remove', { kind: 'letter', lastStep: lastLetterStep })
  .input(CLAUSE_GONE)
  .load(({ tx, input }) => lockLetter(tx, input.id))
  .can(mayIssue)
  .run(async ({ tx, viewer, subject, input }) => {
    const moved = input.version === subject.version && subject.clauses.some(({ no }) => no === input.no)
      ? await moveLetter(tx, { letter: subject, verb: 'write', revision: input.revision, by: viewer.personId })
      : null;
    if (!moved) return null;
    await tx.execute(sql`delete from letter_clauses where letter_id = ${subject.id} and version = ${subject.version} and no = ${input.no}`);
    return { ...moved, clauses: subject.clauses.filter(({ no }) => no !== input.no) };
  });
