import 'server-only';
import { fenced } from '@/db/fence';
import { SPLIT_KINDS, splitParent, type SplitParent, type SplitUnit, splitUnits } from '@/db/letter-split';
import { lookup } from '@/db/letter-progress';
import type { LetterKind } from '@/domain/letter';
import { baseMonth } from '@/domain/letter-pace';
import { addsUpOver } from '@/domain/letter-proof';
import { needOf, sameTarget, type Split, splitTarget, type Weight, WEIGHT_NAMES, WEIGHTS } from '@/domain/letter-split';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { maySplit } from '../policy';

export interface SplitAsked {
  readonly target: number | null;
  readonly letter: number | null;
  readonly clause: number | null;
  readonly kind: LetterKind | null;
  /** What to give by; null shows the parts as they are. */
  readonly weight: Weight | null;
  /** Posts whose part may change; null frees those that have none. */
  readonly free: readonly number[] | null;
}

export interface SplitRow {
  readonly unit: SplitUnit;
  readonly weight: number;
  readonly free: boolean;
  readonly now: number | null;
  readonly proposed: number | null;
}

export interface SplitBasis {
  readonly parent: SplitParent;
  readonly kind: LetterKind;
  readonly kinds: readonly LetterKind[];
  readonly weight: Weight;
  readonly rows: readonly SplitRow[];
}

const sum = (parts: readonly { target: number }[]): number | null => (parts.length === 0 ? null : parts.reduce((total, { target }) => total + target, 0));

/** A target, who may be given a part of it, what each needs (as the year before left it), and a proposal by the weight asked for. Null for whoever may not split it. */
export async function splitBasis(viewer: Viewer, asked: SplitAsked): Promise<SplitBasis | null> {
  return fenced(viewer, async (tx) => {
    const parent = await splitParent(tx, asked);
    const kinds = parent ? (SPLIT_KINDS[parent.issuer] ?? []) : [];
    if (!parent || kinds.length === 0 || !maySplit(viewer, parent)) return null;
    const kind = kinds.find((each) => each === asked.kind) ?? kinds[0]!;
    const units = await splitUnits(tx, parent, kind);
    const weight = asked.weight ?? needOf(parent.indicator) ?? 'registered-households';
    const base = baseMonth(`${parent.year}-12` as Month);
    const read = await lookup(tx, WEIGHTS[weight].flatMap(([indicator]) => units.map(({ division }) => ({ indicator, division, month: base }))));
    const weightOf = ({ division }: SplitUnit) => (WEIGHTS[weight].length === 0 ? 1 : WEIGHTS[weight].reduce((total, [id, sign]) => total + sign * (read(id, division, base) ?? 0), 0));
    const shares = units.map((unit) => {
      const now = sum(unit.parts);
      const free = asked.free ? asked.free.includes(unit.post) : now === null;
      return { unit, now, free, weight: weightOf(unit), locked: free ? null : (now ?? 0) };
    });
    const split: Split | null = asked.weight === null ? null : (addsUpOver(parent.indicator) ? splitTarget : sameTarget)(parent.target, shares.map((share) => ({ ...share, unit: String(share.unit.post) })));
    return { parent, kind, kinds, weight, rows: shares.map(({ unit, now, free, weight: own }, at) => ({ unit, now, free, weight: own, proposed: split && free ? split.values[at]! : now })) };
  });
}

/** What the address asks: which weight, level and free units. */
export function splitAsked(params: Readonly<Record<string, string | string[] | undefined>>): Pick<SplitAsked, 'kind' | 'weight' | 'free'> {
  const free = [params.free ?? []].flat().map(Number).filter((post) => Number.isInteger(post) && post > 0);
  return {
    kind: (Object.values(SPLIT_KINDS).flat() as LetterKind[]).find((kind) => kind === params.kind) ?? null,
    weight: WEIGHT_NAMES.find((name) => name === params.weight) ?? null,
    free: free.length > 0 ? free : null,
  };
}
