import 'server-only';
import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import { fenced } from '@/db/fence';
import { progressOf } from '@/db/letter-progress';
import { clausesOf, CONTENT, PARTY, PARTY_NAME, visibleTo } from '@/db/letters';
import { may } from '@/domain/access';
import type { IndicatorId } from '@/domain/indicators';
import type { LetterKind, LetterState } from '@/domain/letter';
import { measuredMonth, type PaceColour, worstOf } from '@/domain/letter-pace';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { sight } from '../policy';

export interface LetterOf {
  id: number;
  year: number;
  kind: LetterKind;
  party: string;
  state: LetterState;
  clauses: number;
  behind: number;
  colour: PaceColour;
}

interface Row extends Record<string, unknown>, Pick<LetterOf, 'id' | 'year' | 'kind' | 'party' | 'state'> {
  division: string;
  person: number | null;
  clauses: { indicator: IndicatorId; target: number; dueMonth: Month }[] | null;
}

/** The letters of the running year and the one before that bind a post or a place (not those below it), each with its light. Null for who sees no letters. */
export async function lettersOf(viewer: Viewer, bound: { post: number } | { division: string }): Promise<LetterOf[] | null> {
  if (!may(viewer, 'letters.view')) return null;
  return fenced(viewer, async (tx) => {
    const { openMonth, today } = await readClock(tx);
    const year = Number(openMonth.slice(0, 4));
    const { rows } = await tx.execute<Row>(sql`
      select l.id, l.year, l.kind, ${PARTY_NAME} as party, v.state, l.division, l.to_person_id as person, ${clausesOf(sql`l.id`, sql`v.no`)} as clauses
      from letters l ${CONTENT} ${PARTY}
      where l.year between ${year - 1} and ${year} and ${'post' in bound ? sql`l.to_post_id = ${bound.post}` : sql`l.division = ${bound.division} and l.line is null`} and ${visibleTo(sight(viewer))}
      order by l.year desc, l.id`);
    const bounds = rows.flatMap(({ clauses, division, person }) => (clauses ?? []).map((clause) => ({ ...clause, division, person })));
    const progress = await progressOf(tx, bounds, measuredMonth(year, today));
    return rows.map(({ clauses, division, person, ...letter }) => {
      const colours = (clauses ?? []).map((clause) => progress({ ...clause, division, person }).colour);
      return { ...letter, clauses: colours.length, ...worstOf(colours) };
    });
  });
}
