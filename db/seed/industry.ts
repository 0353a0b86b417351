import { apportion } from '@/domain/apportion';
import { bases, collectiveIncomes, gardens, organizations, parks } from '../schema/measures';
import { FARM_WORDS, GARDEN_PRODUCTS, PRODUCTS } from './cast/ventures';
import { Dice } from './dice';
import { draw, type Ground, type Village } from './ground';
import { drawHouseholds, type Household } from './households';
import { INDUSTRY, YEARS } from './shape';
import type { Writer } from './write';

const dice = new Dice('industry');

/** Each year's number of things, spread over a shuffled list: [item, year] pairs. */
export function spread<T>(list: readonly T[], years: Readonly<Record<number, number>>, key: number): [T, string][] {
  const order = list.map((item, at) => ({ item, order: dice.share(1, key, at) })).sort((a, b) => a.order - b.order).map(({ item }) => item);
  let next = 0;
  return Object.entries(years).flatMap(([year, count]) => Array.from({ length: count }, (): [T, string] => [order[next++ % order.length]!, year]));
}

function makeOrganizations(ground: Ground): (typeof organizations.$inferInsert)[] {
  const made: Omit<typeof organizations.$inferInsert, 'id'>[] = ground.villages.filter((village) => village.poor).map((village) => ({
    division: village.code, kind: 'collective', name: `${village.name}集体资产经营管理有限公司`, households: dice.between(40, 160, 2, village.no),
    foundedOn: dice.day('2015-03-01', '2017-11-20', 3, village.no),
  }));
  for (const kind of ['cooperative', 'family-farm'] as const) {
    const villages = draw(ground.teamed, INDUSTRY.organizations[kind], ({ poor, township }) => (poor ? 4 : 1) * township.pace, kind.length);
    for (const [at, village] of villages.entries()) {
      const word = dice.pick(FARM_WORDS, 4, kind.length, at) + dice.pick(FARM_WORDS, 5, kind.length, at);
      const product = dice.pick(PRODUCTS, 6, kind.length, at);
      made.push({
        division: village.code, kind, name: kind === 'cooperative' ? `${word}${product}专业合作社` : `${village.name}${word}家庭农场`,
        households: dice.between(...(kind === 'cooperative' ? [25, 110] : [3, 18]) as [number, number], 7, kind.length, at),
        foundedOn: dice.day('2014-03-01', '2017-11-25', 8, kind.length, at),
      });
    }
  }
  return made.map((row, at) => ({ id: at + 1, ...row }));
}

/** Fen a year. The villages that left the list in 2017 make exactly the briefing's yuan per head together. */
function makeIncomes(ground: Ground): (typeof collectiveIncomes.$inferInsert)[] {
  const left2017 = ground.teamed.filter((village) => village.exitedOn?.startsWith('2017'));
  const shares = apportion(INDUSTRY.collectiveIncome * 100 * left2017.reduce((sum, village) => sum + village.people, 0),
    left2017.map((village) => village.people * (0.6 + 0.8 * dice.share(9, village.no))));
  const exact = new Map(left2017.map((village, at) => [village, shares[at]!]));
  return ground.teamed.flatMap((village) => YEARS.map((year) => {
    const head = (village.poor ? (village.exitedOn ? 26 : 9) : 19) * (0.5 + dice.share(10, village.no)) * [0.15, 0.3, 0.62, 1][year - 2014]!;
    const amount = (year === 2017 && exact.get(village)) || Math.round(head * village.people) * 100;
    return { division: village.code, year, amount };
  }));
}

export async function writeIndustry(out: Writer, ground: Ground, households: readonly Household[]): Promise<void> {
  const poor = ground.villages.filter((village) => village.poor);
  const name = (village: Village, product: string) => `${village.name}${product}产业园`;
  await out.rows(parks, spread(poor, INDUSTRY.parks, 11).map(([village, year], at) => {
    const product = dice.pick(PRODUCTS, 12, at);
    return { id: at + 1, division: village.code, name: name(village, product), product, mu: dice.between(80, 620, 13, at), households: dice.between(15, 90, 14, at), builtOn: dice.day(`${year}-02-20`, `${year}-12-10`, 15, at) };
  }));

  const free = new Set(households);
  const planted: { household: Household; year: string }[] = [];
  for (const [year, count] of Object.entries(INDUSTRY.gardens)) {
    const able = [...free].filter((household) => household.registeredOn < `${year}-01-02`);
    for (const household of drawHouseholds(able, count, ({ village }) => (village.poor ? 3 : 1) * village.township.pace, 16, Number(year))) {
      free.delete(household);
      planted.push({ household, year });
    }
  }
  planted.sort((a, b) => a.household.id - b.household.id);
  await out.rows(gardens, planted.map(({ household: { id, village }, year }, at) => ({
    id: at + 1, householdId: id, division: village.code, product: dice.pick(GARDEN_PRODUCTS, 17, id),
    builtOn: year === '2018' ? dice.day('2018-01-08', '2018-02-27', 18, id) : dice.day(`${year}-02-20`, `${year}-12-15`, 18, id),
  })));

  let id = 0;
  await out.rows(bases, (['grain', 'vegetables', 'herbs'] as const).flatMap((kind, key) => {
    const villages = draw(ground.teamed, 70 + key * 12, ({ township }) => township.pace, 19, key);
    const mu = apportion(INDUSTRY.bases[kind], villages.map((village) => 0.4 + dice.share(20, key, village.no)), 20);
    return villages.map((village, at) => ({ id: ++id, division: village.code, kind, mu: mu[at]!, builtOn: dice.day('2014-04-01', '2017-11-30', 21, key, village.no) }));
  }));
  await out.rows(organizations, makeOrganizations(ground));
  await out.rows(collectiveIncomes, makeIncomes(ground));
}
