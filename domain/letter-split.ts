import { apportion } from './apportion';
import type { IndicatorId } from './indicators';

/** What a target can be split by: a sum of indicators as they stood before the year began; none means equal shares. */
export const WEIGHTS = {
  'registered-households': [['poverty.registered_households', 1]],
  'remaining-households': [['poverty.remaining_households', 1]],
  'remaining-persons': [['poverty.remaining_persons', 1]],
  'rural-population': [['poverty.rural_population', 1]],
  'remaining-villages': [['org.poor_villages', 1], ['poverty.villages_exited', -1]],
  'awaiting-relocation': [['housing.relocation_approved', 1], ['housing.relocated_households', -1]],
  villages: [['org.villages', 1]],
  equal: [],
} as const satisfies Record<string, readonly (readonly [IndicatorId, 1 | -1])[]>;
export type Weight = keyof typeof WEIGHTS;
export const WEIGHT_NAMES = Object.keys(WEIGHTS) as [Weight, ...Weight[]];

/** What tells a unit's need of an indicator. A unit that needs nothing may go without a clause. */
const NEEDS: Partial<Record<IndicatorId, Weight>> = {
  'poverty.villages_exited': 'remaining-villages',
  'poverty.households_lifted': 'remaining-households',
  'poverty.persons_lifted': 'remaining-persons',
  'poverty.incidence': 'remaining-persons',
  'housing.relocated_households': 'awaiting-relocation',
  'housing.relocation_demolished': 'awaiting-relocation',
};
export const needOf = (id: IndicatorId): Weight | null => NEEDS[id] ?? null;

export interface Share {
  readonly unit: string;
  readonly weight: number;
  /** The value it keeps; null lets it be given a share of the rest. */
  readonly locked: number | null;
}

export interface Split {
  readonly values: readonly number[];
  /** Target less the values: what could not be given to anybody, or was locked beyond the target. */
  readonly remainder: number;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Gives what the locked values leave of a target to the others by weight, in whole units, so that all add up to it exactly. */
export function splitTarget(target: number, shares: readonly Share[]): Split {
  const free = shares.filter(({ locked }) => locked === null);
  const rest = Math.max(0, Math.floor(target - sum(shares.map(({ locked }) => locked ?? 0))));
  const weights = free.map(({ weight }) => Math.max(0, weight));
  const parts = sum(weights) > 0 ? apportion(rest, weights) : weights.map(() => 0);
  let at = 0;
  const values = shares.map(({ locked }) => locked ?? parts[at++]!);
  return { values, remainder: Math.round((target - sum(values)) * 1e6) / 1e6 };
}

/** A ratio is not split: every unit is held to the same target. */
export const sameTarget = (target: number, shares: readonly Share[]): Split => ({ values: shares.map(({ locked }) => locked ?? target), remainder: 0 });
