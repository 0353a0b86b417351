import { isCode } from './area';
import { indicator, type IndicatorId } from './indicators';

/** A child clause as its parent sees it. */
export interface Part {
  readonly key: string;
  /** What it covers: a division code, or a post that answers for a line. */
  readonly unit: string;
  readonly target: number;
  /** For a ratio: what it is a ratio of in this unit, where that is known. */
  readonly denominator?: number | null;
}

/** A parent clause or county target with its children of one level. */
export interface Joint {
  readonly indicator: IndicatorId;
  readonly target: number;
  readonly parts: readonly Part[];
  /** The units that must have a part. */
  readonly units: readonly string[];
}

export interface Proof {
  /** sum: the parts add up to the target. strict: each part is held to the target, or their joint ratio is. */
  readonly rule: 'sum' | 'strict';
  /** The parts' sum, or their joint ratio where every denominator is known; null where neither can be said. */
  readonly together: number | null;
  /** How much less the parts promise than the target; negative when they promise more. In the indicator's unit. */
  readonly gap: number;
  /** Parts that are less strict than the target (a ratio's only). */
  readonly loose: readonly string[];
  /** Units without a part. */
  readonly missing: readonly string[];
  /** Units counted by two parts. */
  readonly doubled: readonly string[];
  readonly addsUp: boolean;
}

const EXACT = 1e6;
const exact = (value: number): number => Math.round(value * EXACT) / EXACT;

/** Whether less is better, so that a smaller figure is the stricter promise. */
export const isLess = (id: IndicatorId): boolean => indicator(id).better === 'less';

/** Whether the targets of villages add up to their township's: not those of a ratio, nor of a least. */
export function addsUpOver(id: IndicatorId): boolean {
  const definition = indicator(id);
  return 'register' in definition && definition.divisions === 'sum';
}

/** Whether the parts carry the whole target, once each. */
export function prove(joint: Joint): Proof {
  const { parts } = joint;
  const doubled = doubledUnits(parts);
  const missing = joint.units.filter((unit) => !parts.some((part) => overlap(part.unit, unit)));
  const rule = addsUpOver(joint.indicator) ? 'sum' : 'strict';
  const held = rule === 'sum' ? bySum(joint) : byRatio(joint);
  return { rule, ...held, missing, doubled, addsUp: held.gap === 0 && missing.length === 0 && doubled.length === 0 };
}

function bySum({ indicator: id, target, parts }: Joint): Pick<Proof, 'together' | 'gap' | 'loose'> {
  const sum = exact(parts.reduce((total, part) => total + part.target, 0));
  return { together: sum, gap: exact(isLess(id) ? sum - target : target - sum), loose: [] };
}

/** A ratio is never summed: the joint ratio is built from the two sums where they are known, else every part must be as strict. */
function byRatio({ indicator: id, target, parts }: Joint): Pick<Proof, 'together' | 'gap' | 'loose'> {
  const slack = (value: number) => exact(isLess(id) ? value - target : target - value);
  const loose = parts.filter((part) => slack(part.target) > 0).map(({ key }) => key);
  const under = parts.reduce((sum, { denominator }) => sum + (denominator ?? Number.NaN), 0);
  if (under > 0) {
    const joint = exact(parts.reduce((sum, part) => sum + part.target * (part.denominator ?? 0), 0) / under);
    return { together: joint, gap: Math.max(0, slack(joint)), loose };
  }
  return { together: null, gap: parts.reduce((most, part) => Math.max(most, slack(part.target)), 0), loose };
}

/** Whether two units share ground: the same one, or a village inside a township. */
const overlap = (a: string, b: string): boolean => a === b || (isCode(a) && isCode(b) && (a.startsWith(b) || b.startsWith(a)));

function doubledUnits(parts: readonly Part[]): string[] {
  const sorted = parts.map(({ unit }) => unit).sort();
  const found = new Set<string>();
  let last: string | undefined;
  for (const unit of sorted) {
    if (last !== undefined && overlap(last, unit)) found.add(unit);
    else last = unit;
  }
  return [...found];
}

/** A clause and what it says it is a part of; null where it names nothing. */
export interface Child {
  readonly key: string;
  readonly indicator: IndicatorId;
  readonly parent: string | null;
}

/** Children without a parent: none named, not there (any more), or about another indicator. `parents`: indicator by key. */
export const orphans = <One extends Child>(children: readonly One[], parents: ReadonlyMap<string, IndicatorId>): One[] =>
  children.filter(({ parent, indicator: id }) => parent === null || parents.get(parent) !== id);
