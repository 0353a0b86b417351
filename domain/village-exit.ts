import type { ExitThresholds } from './exit-threshold';

/** What a poor village needs to leave the list (一低五有): low incidence and five things it has. */
export const VILLAGE_CRITERIA = ['incidence', 'income', 'hardRoad', 'clinic', 'cultureRoom', 'network'] as const;

export interface VillageCriterion {
  readonly name: (typeof VILLAGE_CRITERIA)[number];
  /** Null where the records do not say. */
  readonly met: boolean | null;
}

export interface VillageFacts {
  /** Per cent; null without a rural population. */
  readonly incidence: number | null;
  /** Collective income of the latest year on record, fen; null when there is none on record. */
  readonly income: number | null;
  /** Rural population of that year; null when it is not on record. */
  readonly people: number | null;
  readonly hardRoad: boolean;
  readonly clinic: boolean;
  readonly cultureRoom: boolean;
  readonly network: boolean;
}

/** Whether incidence is under the exit line; null where it is unknown. */
export const underExitLine = (incidence: number | null, line: number): boolean | null => (incidence === null ? null : incidence < line);

/** The village's criteria in the order people say them, by the thresholds of the month. */
export function villageCriteria({ incidence, income, people, ...has }: VillageFacts, thresholds: ExitThresholds): VillageCriterion[] {
  return VILLAGE_CRITERIA.map((name) => {
    if (name === 'incidence') return { name, met: underExitLine(incidence, thresholds.incidence) };
    if (name === 'income') return { name, met: overIncomeLine(income, people, thresholds.collectiveIncome) };
    return { name, met: has[name] };
  });
}

function overIncomeLine(income: number | null, people: number | null, yuanPerHead: number): boolean | null {
  if (income === null || (people === null && yuanPerHead > 0)) return null;
  return income > yuanPerHead * 100 * (people ?? 0);
}
