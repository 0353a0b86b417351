import { groupBy } from './group';
import type { IndicatorId } from './indicators';
import type { LetterKind } from './letter';
import { addsUpOver, type Child, orphans, type Part, prove, type Proof } from './letter-proof';

/** A clause in force, or of the latest version where none is yet. Its key is 'letter.no'. */
export interface TreeClause extends Child {
  readonly letterId: number;
  readonly kind: LetterKind;
  readonly target: number;
  /** The key of its parent ('t12' a county target, '34.2' a clause); null for none. */
  readonly parent: string | null;
}

export interface TreeLetter {
  readonly id: number;
  readonly kind: LetterKind;
  /** The post that issued it. */
  readonly fromPostId: number;
  readonly toPostId: number;
  readonly division: string;
}

/** What is split: a county target, or a clause of a letter (its post issues the letters below). */
export interface TreeParent {
  readonly key: string;
  readonly indicator: IndicatorId;
  readonly target: number;
  /** Null for a county target. */
  readonly postId: number | null;
}

export interface Level extends Proof {
  readonly parent: string;
  readonly kind: LetterKind;
  readonly parts: readonly TreeClause[];
}

/** What is known of a unit: whether it needs any of an indicator (null: not known), and what a ratio of it is over. */
export interface UnitFacts {
  need: (id: IndicatorId, division: string) => number | null;
  denominator: (id: IndicatorId, division: string) => number | null;
}

/** What a letter covers: a place where letters go by place, the post where they go by line. */
export const unitOf = (letter: TreeLetter): string => (letter.kind === 'sub-command' || letter.kind === 'department' ? `post ${letter.toPostId}` : letter.kind === 'cadre' ? `letter ${letter.id}` : letter.division);

/** One proof for each parent and level of letters below it that carries any of it; a level nobody uses is not asked for. */
export function levelsOf(parents: readonly TreeParent[], clauses: readonly TreeClause[], letters: ReadonlyMap<number, TreeLetter>, facts: UnitFacts): Level[] {
  const children = groupBy(clauses, ({ parent }) => parent ?? '');
  return parents.flatMap((parent) => {
    const mine = (children.get(parent.key) ?? []).filter((child) => child.indicator === parent.indicator);
    return [...groupBy(mine, ({ kind }) => kind)].map(([kind, parts]) => levelOf(parent, kind, parts, letters, facts));
  });
}

function levelOf(parent: TreeParent, kind: LetterKind, parts: readonly TreeClause[], letters: ReadonlyMap<number, TreeLetter>, facts: UnitFacts): Level {
  const { indicator: id, target, key } = parent;
  const carried: Part[] = parts.map((part) => {
    const letter = letters.get(part.letterId)!;
    return { key: part.key, unit: unitOf(letter), target: part.target, denominator: addsUpOver(id) || parent.postId !== null ? null : facts.denominator(id, letter.division) };
  });
  const proof = prove({ indicator: id, target, parts: carried, units: expected(parent, kind, letters, facts) });
  return { ...proof, parent: key, kind, parts };
}

/** Whoever got a letter of this kind from the parent's post must carry a part, unless there is nothing to do there. A line needs one that carries it. */
function expected({ postId, indicator: id }: TreeParent, kind: LetterKind, letters: ReadonlyMap<number, TreeLetter>, facts: UnitFacts): string[] {
  if (kind === 'sub-command' || kind === 'department') return [];
  const all = [...letters.values()].filter((letter) => letter.kind === kind && (postId === null || letter.fromPostId === postId));
  return all.filter(({ division }) => postId !== null || facts.need(id, division) !== 0).map(unitOf);
}

/** Clauses that are a part of nothing. */
export function strays(parents: readonly TreeParent[], clauses: readonly TreeClause[]): TreeClause[] {
  return orphans(clauses, new Map(parents.map(({ key, indicator: id }) => [key, id])));
}
