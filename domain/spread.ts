import { HOUSEHOLDS_PER_CADRE } from './assignment';

/** A household of a village: its natural village (group), who helps it on paper, and whether nobody really does. */
export interface Spreadable {
  readonly id: number;
  readonly group: number;
  readonly cadre: number | null;
  readonly orphaned: boolean;
}

/** A cadre of the village with all their households, elsewhere too. */
export interface Helper {
  readonly id: number;
  readonly load: number;
}

export interface Spread {
  readonly moves: readonly { readonly household: number; readonly from: number | null; readonly to: number }[];
  /** Households for which nobody has room: the village needs another cadre. */
  readonly left: readonly number[];
  /** Households of each helper afterwards. */
  readonly loads: ReadonlyMap<number, number>;
}

/**
 * Spreads a village's orphaned households, and those that are too many for their cadre, over its cadres: nobody gets more than
 * five; first comes who already helps in the same natural village, then who has the fewest. Nothing else moves.
 */
export function spread(households: readonly Spreadable[], helpers: readonly Helper[]): Spread {
  const loads = new Map(helpers.map(({ id, load }) => [id, load]));
  const groups = new Map<number, Set<number>>(helpers.map(({ id }) => [id, new Set(households.filter((one) => one.cadre === id && !one.orphaned).map((one) => one.group))]));
  const orphans = households.filter((one) => one.orphaned).toSorted((a, b) => a.group - b.group || a.id - b.id);
  const surplus = helpers.flatMap((helper) => surplusOf(households.filter((one) => one.cadre === helper.id && !one.orphaned), helper.load - HOUSEHOLDS_PER_CADRE));
  const moves: Spread['moves'][number][] = [];
  const left: number[] = [];
  for (const { id, group, cadre } of [...orphans, ...surplus]) {
    const near = (helper: number) => (groups.get(helper)?.has(group) ? 0 : 1);
    const [to] = helpers.map((helper) => helper.id)
      .filter((helper) => helper !== cadre && (loads.get(helper) ?? 0) < HOUSEHOLDS_PER_CADRE)
      .toSorted((a, b) => near(a) - near(b) || (loads.get(a) ?? 0) - (loads.get(b) ?? 0) || a - b);
    if (to === undefined) {
      left.push(id);
      continue;
    }
    moves.push({ household: id, from: cadre, to });
    loads.set(to, (loads.get(to) ?? 0) + 1);
    groups.get(to)?.add(group);
    if (cadre !== null && loads.has(cadre)) loads.set(cadre, (loads.get(cadre) ?? 1) - 1);
  }
  return { moves, left, loads };
}

/** Which households a cadre gives away: from the natural villages where they help the fewest. */
function surplusOf(own: readonly Spreadable[], count: number): Spreadable[] {
  if (count <= 0) return [];
  const inGroup = new Map<number, number>();
  for (const { group } of own) inGroup.set(group, (inGroup.get(group) ?? 0) + 1);
  return own.toSorted((a, b) => (inGroup.get(a.group) ?? 0) - (inGroup.get(b.group) ?? 0) || b.group - a.group || b.id - a.id).slice(0, count);
}
