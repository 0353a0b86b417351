import 'server-only';
import { sql } from 'drizzle-orm';
import { lastLetterStep, lockLetter, moveLetter } from '@/db/letters';
import { CLAUSE_GONE } from '@/domain/letter-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayIssue } from '../policy';

/** Takes a clause out of a draft. */
export const removeClause = command('clause.remove', { kind: 'letter' })
  .input(CLAUSE_GONE)
  .load(({ tx, input }) => lockLetter(tx, input.id))
  .can(mayIssue)
  .run(async ({ tx, viewer, subject, input }) => {
    const moved = input.version === subject.version && subject.clauses.some(({ no }) => no === input.no)
      ? await moveLetter(tx, { letter: subject, verb: 'write', revision: input.revision, by: viewer.personId })
      : null;
    if (!moved) throw new Refusal('conflict', 'clause.remove', [], undefined, await lastLetterStep(tx, subject.id));
    await tx.execute(sql`delete from letter_clauses where letter_id = ${subject.id} and version = ${subject.version} and no = ${input.no}`);
    return { ...moved, clauses: subject.clauses.filter(({ no }) => no !== input.no) };
  });
