import { housingCases, sites } from '../schema/measures';
import { addDays, later } from './calendar';
import { Dice } from './dice';
import { draw, type Ground } from './ground';
import { drawHouseholds, type Household } from './households';
import { HOUSING } from './shape';

type Case = typeof housingCases.$inferInsert;
type Site = typeof sites.$inferInsert & { id: number; finishedOn: string | null };
type Programme = Case['programme'];

const dice = new Dice('housing');
const LAST = '2018-02-28';

/** Dates of the stages counted back from the last one, days apart by chance; what lies ahead has not happened. */
function stages(id: number, programme: Programme, endsOn: string): Partial<Case> & { approvedOn: string } {
  const moves = programme !== 'renovation';
  let day = endsOn;
  const back = (from: number, to: number, key: number) => (day = addDays(day, -dice.between(from, to, key, id)));
  const movedInOn = moves ? day : null;
  const keysOn = moves ? back(3, 20, 1) : null;
  const acceptedOn = moves ? back(5, 25, 2) : addDays(day, dice.between(8, 30, 2, id));
  const finishedOn = moves ? back(5, 30, 3) : day;
  const startedOn = back(...(moves ? [120, 200] : [55, 110]) as [number, number], 4);
  const siteChosenOn = moves ? back(20, 60, 5) : null;
  const agreedOn = back(12, 35, 6);
  const approvedOn = back(12, 35, 7);
  const demolishedOn = moves && dice.chance(0.82, 8, id) ? addDays(endsOn, dice.between(20, 150, 9, id)) : null;
  const reclaimedOn = demolishedOn && dice.chance(0.75, 10, id) ? addDays(demolishedOn, dice.between(15, 120, 11, id)) : null;
  const dates = { approvedOn, agreedOn, siteChosenOn, startedOn, finishedOn, acceptedOn, keysOn, movedInOn, demolishedOn, reclaimedOn };
  return Object.fromEntries(Object.entries(dates).map(([key, date]) => [key, date && date <= LAST ? date : null])) as typeof dates;
}

function makeSites(ground: Ground): Site[] {
  const { finished, unfinished } = HOUSING.sites;
  const villages = draw(ground.teamed, finished[2016] + finished[2017] + unfinished, (village) => (village.poor ? 2.4 : 1), 51);
  const order = villages.map((village, at) => ({ village, key: dice.share(12, at) })).sort((a, b) => a.key - b.key);
  return order.map(({ village }, at) => ({
    id: at + 1, division: village.code, name: `${village.name}集中安置点`, capacity: 0,
    finishedOn: at < finished[2016] ? dice.day('2016-04-01', '2016-10-10', 13, at)
      : at < finished[2016] + finished[2017] ? dice.day('2017-02-20', '2017-10-10', 13, at) : null,
  }));
}

/** Who is housed: each household in one programme; one that was lifted had safe housing before that. */
export function makeHousing(ground: Ground, households: readonly Household[]): { cases: Case[]; sites: Site[]; housedOn: Map<number, string | null> } {
  const made: Case[] = [];
  const allSites = makeSites(ground);
  const sitesOf = new Map<string, Site[]>();
  for (const site of allSites) sitesOf.set(site.division.slice(0, 9), [...(sitesOf.get(site.division.slice(0, 9)) ?? []), site]);
  const free = new Set(households.filter((household) => household.registeredOn === '2014-01-01'));
  const housedOn = new Map<number, string | null>();

  const put = (household: Household, programme: Programme, endsOn: string, site?: Site) => {
    free.delete(household);
    const dates = stages(household.id, programme, endsOn);
    const heads = programme === 'renovation' ? dice.between(20, 32, 14, household.id) : dice.between(18, 25, 14, household.id);
    made.push({ householdId: household.id, division: household.village.code, programme, people: household.size, areaSquareMetres: heads * household.size, siteId: site?.id ?? null, ...dates });
    if (site) site.capacity++;
    housedOn.set(household.id, dates.movedInOn ?? (programme === 'renovation' ? dates.finishedOn ?? null : null));
  };
  const relocate = (household: Household, from: string, to: string) => {
    const near = sitesOf.get(household.village.township.code)?.filter((site) => site.finishedOn === null ? from > LAST : site.finishedOn <= addDays(from, 150)) ?? [];
    const own = near.find((site) => site.division === household.village.code);
    const site = dice.chance(0.14, 15, household.id) ? undefined : own ?? (near.length ? dice.pick(near, 16, household.id) : undefined);
    put(household, 'relocation', dice.day(site?.finishedOn ? later(from, addDays(site.finishedOn, 28)) : from, to, 17, household.id), site);
  };
  const able = (year: number) => [...free].filter((household) => !household.exitYear || household.exitYear >= year);
  const pace = (household: Household) => household.village.township.pace * (household.village.poor ? 1.5 : 1) / household.size ** 0.1;

  for (const [year, count] of Object.entries(HOUSING.relocated)) {
    const chosen = drawHouseholds(able(Number(year)), count, pace, 31, Number(year));
    for (const household of chosen) relocate(household, `${year}-03-20`, `${year}-11-12`);
  }
  for (const [year, count] of Object.entries(HOUSING.renovated))
    for (const household of drawHouseholds(able(Number(year)), count, pace, 32, Number(year)))
      put(household, 'renovation', dice.day(Number(year) === 2014 ? '2014-07-20' : `${year}-04-01`, `${year}-11-12`, 18, household.id));
  for (const programme of ['ecological', 'hazard', 'geological'] as const)
    for (const household of drawHouseholds(able(2017), HOUSING.other[programme], pace, 33, programme.length))
      put(household, programme, dice.day('2016-06-01', '2017-11-12', 19, household.id));
  // Under way on the first day: some moved in this winter, some stand still.
  const waiting = () => [...free].filter((household) => !household.exitYear);
  for (const household of drawHouseholds(waiting(), HOUSING.underWay.movedIn, pace, 34)) relocate(household, '2018-01-04', '2018-02-26');
  for (const household of drawHouseholds(waiting(), HOUSING.underWay.relocation, pace, 35)) relocate(household, '2018-03-02', '2018-08-15');
  for (const household of drawHouseholds(waiting(), HOUSING.underWay.renovated, pace, 36)) put(household, 'renovation', dice.day('2018-01-04', '2018-02-26', 21, household.id));
  for (const household of drawHouseholds(waiting(), HOUSING.underWay.renovation, pace, 37)) put(household, 'renovation', dice.day('2018-03-02', '2018-05-15', 22, household.id));

  for (const site of allSites) site.capacity += dice.between(2, 9, 23, site.id);
  made.sort((a, b) => a.householdId - b.householdId);
  return { cases: made.map((row, at) => ({ id: at + 1, ...row })), sites: allSites, housedOn };
}
