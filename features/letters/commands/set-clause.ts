import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/fence';
import { lastLetterStep, lockLetter, type LockedLetter, moveLetter, writeClauses } from '@/db/letters';
import type { IndicatorId } from '@/domain/indicators';
import { CLAUSE } from '@/domain/letter-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayIssue } from '../policy';

const NAME = 'clause.set';

/** Writes a clause into a draft: a new one, or another text, target, month or parent of one that is there. */
export const setClause = command('clause.set', { kind: 'letter', lastStep: lastLetterStep })
  .input(CLAUSE)
  .load(({ tx, input }) => lockLetter(tx, input.id))
  .can(mayIssue)
  .run(async ({ tx, viewer, subject, input }) => {
    if (input.version !== subject.version) return null;
    if (!input.dueMonth.startsWith(String(subject.year))) throw new Refusal('invalid', NAME, [{ field: 'dueMonth', problem: 'other-year' }]);
    const parent = await parentOf(tx, subject, input.parent, input.indicator);
    if (!parent) throw new Refusal('invalid', NAME, [{ field: 'parent', problem: 'other-parent' }]);
    const no = input.no ?? Math.max(0, ...subject.clauses.map((clause) => clause.no)) + 1;
    if (input.no !== null && !subject.clauses.some((clause) => clause.no === no)) return null;
    const moved = await moveLetter(tx, { letter: subject, verb: 'write', revision: input.revision, by: viewer.personId });
    if (!moved) return null;
    const { indicator, target, dueMonth, text } = input;
    const clause = { no, indicator, target, dueMonth, text, ...parent };
    await writeClauses(tx, subject, [clause]);
    return { ...moved, clauses: [...subject.clauses.filter((one) => one.no !== no), clause] };
  });

type Parent = { targetId: number | null; parentLetterId: number | null; parentNo: number | null };

/** What a clause may be a part of: a county target of the year for what headquarters issues, else a clause of the issuer's own letter; of the same indicator. Undefined for anything else. */
async function parentOf(tx: Tx, letter: LockedLetter, key: string, indicator: IndicatorId): Promise<Parent | undefined> {
  const none = { targetId: null, parentLetterId: null, parentNo: null };
  if (key === '') return none;
  const { rows } = letter.issuer === 'headquarters'
    ? await tx.execute<Parent & Record<string, unknown>>(sql`
        select id as "targetId", null::int as "parentLetterId", null::int as "parentNo" from county_targets where 't' || id = ${key} and year = ${letter.year} and indicator = ${indicator}`)
    : await tx.execute<Parent & Record<string, unknown>>(sql`
        select null::int as "targetId", l.id as "parentLetterId", c.no as "parentNo"
        from letters l join letter_clauses c on c.letter_id = l.id and c.version = coalesce(l.in_force, l.latest)
        where l.id || '.' || c.no = ${key} and l.to_post_id = ${letter.fromPostId} and l.year = ${letter.year} and c.indicator = ${indicator}`);
  return rows[0];
}
