import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import { type Bound, lookup, type Progress, progressOf } from '@/db/letter-progress';
import { CONTENT, PARTY, PARTY_NAME, visibleTo } from '@/db/letters';
import type { Filter } from '@/domain/filter';
import { type IndicatorId, partsOf } from '@/domain/indicators';
import { LETTER_KINDS, type LetterKind, type LetterState } from '@/domain/letter';
import { baseMonth } from '@/domain/letter-pace';
import { addsUpOver } from '@/domain/letter-proof';
import { needOf, WEIGHTS } from '@/domain/letter-split';
import { type Level, levelsOf, strays, type TreeClause, type TreeLetter, type TreeParent, unitOf } from '@/domain/letter-tree';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { sight } from '../policy';
import type { CountyTarget } from './county-targets';

/** A county target as the root of its tree. */
export type RootRow = Pick<CountyTarget, 'id' | 'line' | 'lineName' | 'lineNameEn' | 'indicator' | 'text' | 'target' | 'dueMonth'> & { division: string };

export interface TreeLetterRow extends TreeLetter, Record<string, unknown> {
  name: string;
  state: LetterState;
  zoneNo: number | null;
  line: string | null;
}
export interface TreeClauseRow extends TreeClause, Record<string, unknown> {
  no: number;
  division: string;
  dueMonth: Month;
  text: string;
  /** Whom the letter binds, where it binds one person. */
  person: number | null;
}

export interface LetterTree {
  /** The county's targets the viewer sees: none for whoever sees only a part of the county. */
  readonly roots: readonly RootRow[];
  readonly letters: ReadonlyMap<number, TreeLetterRow>;
  readonly clauses: readonly TreeClauseRow[];
  readonly levels: readonly Level[];
  readonly strays: readonly TreeClauseRow[];
  /** Names of units: places and posts, as `unitOf` writes them. */
  readonly unitNames: ReadonlyMap<string, string>;
  readonly progress: (bound: Bound) => Progress;
}

/** Whether a letter lies in the filter's township or zone; the county's own letters go with every place but are left out of a narrowed one. */
export const inPlace = ({ division, zone, line }: Pick<Filter, 'division' | 'zone' | 'line'>) => (letter: TreeLetterRow): boolean =>
  (division === null || letter.division.startsWith(division)) && (zone === null || letter.zoneNo === zone) && (line === null || letter.line === null || letter.line === line);

/** Everything promised for a year that the viewer sees, and the proof of each decomposition (domain/letter-proof.ts). Progress is measured for the county's targets and letters of the kinds that `measured` picks among them. */
export async function letterTree(viewer: Viewer, year: number, month: Month, measured: (letters: readonly TreeLetterRow[]) => readonly LetterKind[] = () => []): Promise<LetterTree> {
  return fenced(viewer, async (tx) => {
    const seen = visibleTo(sight(viewer));
    const roots = (await tx.execute<RootRow>(sql`
      select l.id, l.line, n.name as "lineName", n.name_en as "lineNameEn", l.indicator, l.text, l.target::float8 as target, l.due_month as "dueMonth", l.division
      from county_targets l left join lines n on n.code = l.line
      where l.year = ${year} and ${visibleTo({ ...sight(viewer), onlyOf: null })} order by n.position nulls first, l.id`)).rows;
    const letters = new Map((await tx.execute<TreeLetterRow>(sql`
      select l.id, l.kind, l.from_post_id as "fromPostId", l.to_post_id as "toPostId", l.division, ${PARTY_NAME} as name, v.state, d.zone_no as "zoneNo", l.line
      from letters l ${CONTENT} ${PARTY} where l.year = ${year} and ${seen} order by l.division, l.id`)).rows.map((letter) => [letter.id, letter]));
    const clauses = (await tx.execute<TreeClauseRow>(sql`
      select l.id || '.' || c.no as key, l.id as "letterId", l.kind, c.no, c.division, c.indicator, c.target::float8 as target, c.due_month as "dueMonth", c.text, l.to_person_id as person,
        coalesce('t' || c.target_id, c.parent_letter_id || '.' || c.parent_no) as parent
      from letters l ${CONTENT} join letter_clauses c on c.letter_id = l.id and c.version = v.no where l.year = ${year} and ${seen} order by l.division, l.id, c.no`)).rows;
    const kinds = measured([...letters.values()]);
    const parents: TreeParent[] = [
      ...roots.map(({ id, indicator, target }) => ({ key: `t${id}`, indicator, target, postId: null })),
      ...clauses.map(({ key, indicator, target, letterId }) => ({ key, indicator, target, postId: letters.get(letterId)?.toPostId ?? 0 })),
    ];
    const levels = levelsOf(parents, clauses, letters, await factsOf(tx, roots, letters, baseMonth(`${year}-12` as Month)));
    return {
      roots, letters, clauses,
      levels: levels.toSorted((a, b) => LETTER_KINDS.indexOf(a.kind) - LETTER_KINDS.indexOf(b.kind)),
      strays: strays(parents, clauses.filter((clause) => judged(clause, letters, roots))) as TreeClauseRow[],
      unitNames: new Map([...letters.values()].map((letter) => [unitOf(letter), letter.name])),
      progress: await progressOf(tx, [...roots, ...clauses.filter(({ kind }) => kinds.includes(kind))], month),
    };
  });
}

const UNDER_COUNTY: readonly LetterKind[] = ['sub-command', 'department', 'township'];

/** Whether the viewer would see a clause's parent if it had one: who does not see it cannot call it missing. */
function judged(clause: TreeClauseRow, letters: ReadonlyMap<number, TreeLetterRow>, roots: readonly RootRow[]): boolean {
  if (UNDER_COUNTY.includes(clause.kind)) return roots.length > 0;
  const issuer = letters.get(clause.letterId)?.fromPostId;
  return [...letters.values()].some(({ toPostId }) => toPostId === issuer);
}

/** Needs and denominators of townships as the last year left them. */
async function factsOf(tx: Tx, roots: readonly RootRow[], letters: ReadonlyMap<number, TreeLetterRow>, base: Month) {
  const townships = [...letters.values()].filter(({ kind }) => kind === 'township').map(({ division }) => division);
  const ids = new Set(roots.flatMap(({ indicator: id }) => {
    const need = needOf(id);
    return [...(need ? WEIGHTS[need].map(([part]) => part) : []), ...(addsUpOver(id) ? [] : partsOf(id).slice(1))];
  }));
  const read = roots.length === 0 ? () => null : await lookup(tx, [...ids].flatMap((indicator) => townships.map((division) => ({ indicator, division, month: base }))));
  return {
    need: (id: IndicatorId, division: string): number | null => {
      const weight = needOf(id);
      return weight ? WEIGHTS[weight].reduce((sum, [part, sign]) => sum + sign * (read(part, division, base) ?? 0), 0) : null;
    },
    denominator: (id: IndicatorId, division: string): number | null => { const [, under] = partsOf(id); return under ? read(under, division, base) : null; },
  };
}
