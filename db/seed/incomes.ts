import { incomes } from '../schema/households';
import { Dice } from './dice';
import { EXIT_LINE } from './ground';
import type { Household } from './households';
import { YEARS, type Year } from './shape';

const dice = new Dice('incomes');

/** Net income per head in a year, in shares of the year's line: under it until the household was lifted, over it from then on. */
function level(household: Household, year: Year): number {
  const { id, exitYear, village } = household;
  const spread = dice.share(1, id);
  const grown = 0.09 * (year - 2014);
  if (exitYear && year >= exitYear) {
    if (year === 2017 && exitYear < 2017 && dice.chance(0.004, 2, id)) return 0.82 + 0.15 * spread; // fell back: a recognition to look at
    return 1.04 + 0.5 * spread + grown * village.township.pace;
  }
  if (year === 2017 && dice.chance(0.012, 3, id)) return 1.05 + 0.3 * spread; // over the line and still on the list: another one
  return Math.min(0.97, 0.42 + 0.36 * spread + grown);
}

/** Income of each year by source, in fen, whole yuan; what it adds up to is `level`. */
export function makeIncomes(households: readonly Household[]): (typeof incomes.$inferInsert)[] {
  return households.flatMap((household) => YEARS.filter((year) => household.registeredOn < `${year}-12-31`).map((year) => {
    const { id, cause } = household;
    const net = Math.ceil((EXIT_LINE[year] / 100) * level(household, year) * household.size);
    const wage = Math.round(net * (cause === 'no-labour' || cause === 'disability' ? 0.18 : 0.35 + 0.3 * dice.share(4, id)));
    const transfer = Math.round(net * (cause === 'no-labour' || cause === 'disability' ? 0.4 : 0.1 + 0.08 * dice.share(5, id, year)));
    const property = Math.round(net * 0.04 * dice.share(6, id, year));
    const farmed = net - wage - transfer - property;
    const cost = Math.round(farmed * (0.15 + 0.2 * dice.share(7, id, year)));
    return { householdId: id, division: household.village.code, year, wage: wage * 100, business: (farmed + cost) * 100, property: property * 100, transfer: transfer * 100, cost: cost * 100 };
  }));
}
