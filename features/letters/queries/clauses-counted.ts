import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { type Progress, progressOf } from '@/db/letter-progress';
import { visibleTo } from '@/db/letters';
import { textArray } from '@/db/readings';
import type { FilerKind } from '@/domain/checklist';
import type { IndicatorId } from '@/domain/indicators';
import type { LetterKind } from '@/domain/letter';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { sight } from '../policy';

export interface CountedClause extends Record<string, unknown> {
  letterId: number;
  no: number;
  text: string;
  indicator: IndicatorId;
  division: string;
  target: number;
  dueMonth: Month;
}

/** The letters a filer's figures count toward, their own before those of the place they work in. */
const LETTERS_OF: Record<FilerKind, readonly LetterKind[]> = {
  'sub-command': ['sub-command'],
  township: ['township'],
  'first-secretary': ['first-secretary', 'village'],
  'team-leader': ['team', 'village'],
};

/** Which clause in force a filer's figure of a month counts toward, by indicator, with its target and pace. Indicators without one are left out. */
export async function clausesCounted(viewer: Viewer, filer: { kind: FilerKind; postId: number; month: Month; indicators: readonly IndicatorId[] }): Promise<Map<IndicatorId, CountedClause & { pace: Progress }>> {
  if (filer.indicators.length === 0) return new Map();
  const kinds = LETTERS_OF[filer.kind];
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<CountedClause>(sql`
      select distinct on (c.indicator) l.id as "letterId", c.no, c.text, c.indicator, l.division, c.target::float8 as target, c.due_month as "dueMonth"
      from letters l join letter_clauses c on c.letter_id = l.id and c.version = l.in_force
      where l.year = ${Number(filer.month.slice(0, 4))} and l.to_post_id = ${filer.postId} and l.kind = any(${textArray(kinds)}) and c.indicator = any(${textArray(filer.indicators)}) and ${visibleTo(sight(viewer))}
      order by c.indicator, array_position(${textArray(kinds)}, l.kind), c.target desc`);
    const pace = await progressOf(tx, rows, filer.month);
    return new Map(rows.map((row) => [row.indicator, { ...row, pace: pace(row) }]));
  });
}
