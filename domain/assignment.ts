import type { IndicatorId } from './indicators';

/** More households than this are too many for one cadre to help. */
export const HOUSEHOLDS_PER_CADRE = 5;

/** Where people are missing or carry too much: each gap is an indicator, so the wall, the lists and the API count the same rows. */
export const GAP_INDICATORS = {
  orphaned: 'support.households_orphaned',
  vacancy: 'staff.vacancies',
  'no-technician': 'staff.teams_without_technician',
  overloaded: 'support.cadres_overloaded',
  'double-post': 'staff.double_posts',
} as const satisfies Record<string, IndicatorId>;
export type Gap = keyof typeof GAP_INDICATORS;
export const GAPS = Object.keys(GAP_INDICATORS) as Gap[];

export const isGap = (text: string | undefined): text is Gap => GAPS.some((gap) => gap === text);

/** How many households may change hands at once: more than any village has to spread, few enough to look through. */
export const REASSIGN_LIMIT = 120;

export type ReassignProblem = 'other-village' | 'same-cadre' | 'no-household';

/** A household as it is about to change hands: where it is, who helps it now and who shall. */
export interface Handed {
  readonly division: string;
  readonly cadre: number | null;
  readonly to: number;
}

/** Why these households cannot change hands together: they lie in one village, and each goes to somebody else. */
export function reassignProblem(households: readonly Handed[]): ReassignProblem | null {
  const [first] = households;
  if (!first) return 'no-household';
  if (households.some((household) => household.division !== first.division)) return 'other-village';
  return households.some((household) => household.cadre === household.to) ? 'same-cadre' : null;
}

/** Households by whom they leave and whom they go to: each pair of persons gets a hand-over sheet of its own. */
export function pairsOf<Row extends Pick<Handed, 'cadre' | 'to'>>(rows: readonly Row[]): { from: number | null; to: number; rows: Row[] }[] {
  const pairs = new Map<string, { from: number | null; to: number; rows: Row[] }>();
  for (const row of rows) {
    const key = `${row.cadre} ${row.to}`;
    const pair = pairs.get(key) ?? { from: row.cadre, to: row.to, rows: [] };
    pair.rows.push(row);
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}
