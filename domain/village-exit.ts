/** What a poor village needs to leave the list (一低五有, domain.md, Formulas): incidence under 3 % and five things it has. */
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
  readonly hardRoad: boolean;
  readonly clinic: boolean;
  readonly cultureRoom: boolean;
  readonly network: boolean;
}

/** Per cent of poor people, below which a village, a county may leave the list. */
export const EXIT_INCIDENCE = 3;

/** Whether incidence is under the exit line; null where it is unknown. */
export const underExitLine = (incidence: number | null): boolean | null => (incidence === null ? null : incidence < EXIT_INCIDENCE);

/** The village's criteria in the order people say them. */
export function villageCriteria({ incidence, income, ...has }: VillageFacts): VillageCriterion[] {
  return VILLAGE_CRITERIA.map((name) => {
    if (name === 'incidence') return { name, met: underExitLine(incidence) };
    if (name === 'income') return { name, met: income === null ? null : income > 0 };
    return { name, met: has[name] };
  });
}
