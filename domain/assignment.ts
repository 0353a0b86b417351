/** More households than this are too many for one cadre to help (domain.md, Command). */
export const HOUSEHOLDS_PER_CADRE = 5;

/** The gaps of the assignment of cadres, each with a list behind it. */
export const GAPS = ['no-cadre', 'cadre-left', 'no-first-secretary', 'no-technician', 'overloaded', 'double-post'] as const;
export type Gap = (typeof GAPS)[number];

export const isGap = (text: string | undefined): text is Gap => GAPS.some((gap) => gap === text);

/** How many households may be handed over at once: more than any cadre has, few enough for one sheet. */
export const HANDOVER_LIMIT = 40;

export type ReassignProblem = 'other-village' | 'other-cadre' | 'same-cadre' | 'no-household';

/** A household as it is about to be handed over: where it is and who helps it now. */
export interface Handed {
  readonly division: string;
  readonly cadre: number | null;
}

/** Why these households cannot be handed over together to a person: one sheet is one village, from one cadre, to another. */
export function reassignProblem(households: readonly Handed[], to: number): ReassignProblem | null {
  const [first] = households;
  if (!first) return 'no-household';
  if (households.some((household) => household.division !== first.division)) return 'other-village';
  if (households.some((household) => household.cadre !== first.cadre)) return 'other-cadre';
  return first.cadre === to ? 'same-cadre' : null;
}
