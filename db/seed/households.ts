import { apportion } from '@/domain/apportion';
import type { Cause } from '@/domain/household';
import { Dice } from './dice';
import type { Ground, Village } from './ground';
import { HOUSEHOLDS, YEARS, type Year } from './shape';

export interface Household {
  id: number;
  no: string;
  village: Village;
  size: number;
  registeredOn: string;
  exitYear: Year | null;
  exitedOn: string | null;
  cause: Cause;
  otherCauses: Cause[];
}

const dice = new Dice('households');

/** Sizes by the shape's shares, then one person more or less here and there until the members add up. */
function makeSizes(): number[] {
  const sizes = Array.from({ length: HOUSEHOLDS.total }, (_, at) => Number(dice.weighted(HOUSEHOLDS.sizes, 1, at)));
  let off = HOUSEHOLDS.members - sizes.reduce((a, b) => a + b, 0);
  for (let at = 0; off !== 0; at = (at + 7) % sizes.length) {
    const step = Math.sign(off);
    if (sizes[at]! >= 2 && sizes[at]! <= 4) {
      sizes[at]! += step;
      off -= step;
    }
  }
  return sizes;
}

/** Households are counted into villages by rural population, three times as densely where the village is poor. */
function settle(ground: Ground): Household[] {
  const weights = ground.teamed.map((village) =>
    village.people * (village.poor ? 2.3 : 1) * (0.75 + 0.5 * dice.share(2, village.no)) / Math.cbrt(village.township.pace));
  const counts = apportion(HOUSEHOLDS.total, weights, 5);
  const sizes = makeSizes();
  let id = 0;
  return ground.teamed.flatMap((village, at) => Array.from({ length: counts[at]! }, (_, serial): Household => {
    const number = ++id;
    const cause = dice.weighted(HOUSEHOLDS.causes, 3, number);
    const others = [4, 5].filter((key) => dice.chance(0.28, key, number)).map((key) => dice.weighted(HOUSEHOLDS.causes, key + 2, number));
    return {
      id: number, no: `${village.code}${String(serial + 1).padStart(4, '0')}`, village, size: sizes[number - 1]!, registeredOn: '2014-01-01',
      exitYear: null, exitedOn: null, cause, otherCauses: [...new Set(others)].filter((other) => other !== cause),
    };
  }));
}

/** In a village that left the list nearly everybody was lifted by then: under 3 % of its people remain. */
function liftExitedVillages(households: Household[]): void {
  const left = new Map<Village, number>();
  const order = households.filter((household) => household.village.exitedOn)
    .sort((a, b) => dice.share(8, a.id) - dice.share(8, b.id) || a.id - b.id);
  for (const household of order) {
    const { village } = household;
    const remaining = (left.get(village) ?? 0) + household.size;
    if (remaining <= village.people * 0.027) {
      left.set(village, remaining);
      continue;
    }
    const last = Number(village.exitedOn!.slice(0, 4));
    const weights = Object.fromEntries(YEARS.filter((year) => year <= last).map((year) => [year, [0.14, 0.2, 0.3, 0.55][year - 2014]! + (year === last ? 0.3 : 0)]));
    household.exitYear = Number(dice.weighted(weights, 9, household.id)) as Year;
  }
}

const ease = (household: Household): number => household.village.township.pace ** 1.6 * (household.village.poor ? 0.5 : 1)
  * (household.cause === 'no-labour' || household.cause === 'disability' ? 0.5 : 1);

function liftTheRest(households: Household[]): void {
  const pool = households.filter((household) => !household.village.exitedOn);
  for (const year of YEARS) {
    const quota = HOUSEHOLDS.exits[year] - households.filter((household) => household.exitYear === year).length;
    const able = pool.filter((household) => !household.exitYear && household.registeredOn < `${year}-01-02`);
    for (const household of drawHouseholds(able, quota, ease, 10, year)) household.exitYear = year;
  }
  // Exchange a small household for a larger one of the same village until the people lifted add up too.
  let off = HOUSEHOLDS.personsLifted - households.reduce((sum, household) => sum + (household.exitYear ? household.size : 0), 0);
  for (let turn = 0; off !== 0 && turn < pool.length; turn++) {
    const at = (turn * 7919) % pool.length;
    const lifted = pool[at]!;
    if (!lifted.exitYear) continue;
    const other = pool.slice(Math.max(0, at - 20), at + 20).find((item) => !item.exitYear && item.village === lifted.village && item.registeredOn === lifted.registeredOn
      && Math.sign(item.size - lifted.size) === Math.sign(off) && Math.abs(item.size - lifted.size) <= Math.abs(off));
    if (!other) continue;
    off -= other.size - lifted.size;
    other.exitYear = lifted.exitYear;
    lifted.exitYear = null;
  }
}

/** `count` of a list by chance and weight, each throw keyed by the household so that the list's order does not matter. */
export function drawHouseholds(list: readonly Household[], count: number, weight: (household: Household) => number, ...keys: number[]): Household[] {
  return list.map((household) => ({ household, order: dice.share(20, ...keys, household.id) / weight(household) }))
    .sort((a, b) => a.order - b.order || a.household.id - b.household.id).slice(0, count).map(({ household }) => household)
    .sort((a, b) => a.id - b.id);
}

/** The registry: who was registered when, and who was lifted out of poverty when. */
export function makeHouseholds(ground: Ground): Household[] {
  const households = settle(ground);
  for (const [year, count] of Object.entries(HOUSEHOLDS.added))
    for (const household of drawHouseholds(households.filter((item) => !item.village.exitedOn && item.registeredOn === '2014-01-01'), count, () => 1, 11, Number(year)))
      household.registeredOn = dice.day(`${year}-06-10`, `${year}-11-20`, 12, household.id);
  liftExitedVillages(households);
  liftTheRest(households);
  for (const household of households)
    if (household.exitYear) household.exitedOn = dice.day(`${household.exitYear}-11-22`, `${household.exitYear}-12-17`, 13, household.id);
  return households;
}
