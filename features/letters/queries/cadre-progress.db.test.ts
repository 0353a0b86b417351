import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { cadreFigures, cadreRows, isOfHouseholds } from '@/db/cadre-figures';
import { asSystem, fenced } from '@/db/fence';
import { type Bound, progressOf } from '@/db/letter-progress';
import { measureAll } from '@/db/measure';
import { readings } from '@/db/readings';
import { makeHousehold, makePerson, makeTownship, makeVillage, type MadePerson, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import { indicator, INDICATOR_IDS, type IndicatorId, isMonthly } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { viewerOf } from '@/server/testing/asking';

const RATE: IndicatorId = 'support.visit_rate';
const SUMS = INDICATOR_IDS.filter((id) => 'register' in indicator(id) && isOfHouseholds(id));

/** Five households: three of the one cadre, two of the other; on 15 February the third goes from the one to the other. */
let village: string;
let [one, other]: MadePerson[] = [];
let households: number[];
let cadre: Viewer;
let evaluator: Viewer;

beforeAll(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-01 09:00+08');
    village = await makeVillage(tx, await makeTownship(tx));
    [one, other] = [await makePerson(tx, 'cadre', { division: village }), await makePerson(tx, 'cadre', { division: village })];
    households = [];
    for (let no = 0; no < 5; no++) households.push(await makeHousehold(tx, village));
    const given = async (person: MadePerson, no: number, from: string, to: string | null) =>
      tx.execute(sql`insert into assignments (household_id, person_id, division, starts_on, ends_on) values (${households[no]!}, ${person.personId}, ${village}, ${from}, ${to})`);
    for (const no of [0, 1]) await given(one!, no, '2016-01-01', null);
    await given(one!, 2, '2016-01-01', '2018-02-15');
    await given(other!, 2, '2018-02-15', null);
    for (const no of [3, 4]) await given(other!, no, '2016-01-01', null);
    const visits = [[0, '2018-01-10'], [1, '2018-01-11'], [0, '2018-02-03'], [2, '2018-02-05'], [3, '2018-02-20'], [3, '2018-02-21']] as const;
    for (const [no, day] of visits)
      await tx.execute(sql`insert into visits (household_id, person_id, division, visited_on, seen, outcome) values (${households[no]!}, ${one!.personId}, ${village}, ${day}, 'well', 'none')`);
    await measureAll(tx);
    return { evaluator: await makePerson(tx, 'evaluator') };
  });
  cadre = await viewerOf(one!);
  evaluator = await viewerOf(made.evaluator);
}, 120_000);

const bound = (person: MadePerson | null, more: Partial<Bound> = {}): Bound => ({ indicator: RATE, division: village, target: 60, dueMonth: '2018-12', person: person?.personId ?? null, ...more });
const progress = (viewer: Viewer, of: Bound, month: Month) => fenced(viewer, async (tx) => (await progressOf(tx, [of], month))(of));
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);

describe('a cadre\'s promise', () => {
  it('is measured over the households that are theirs at the end of the month, not over the village', async () => {
    expect(rounded((await progress(cadre, bound(null), '2018-02')).value)).toBe(60);
    expect(rounded((await progress(cadre, bound(one!), '2018-02')).value)).toBe(50);
    expect(rounded((await progress(cadre, bound(other!), '2018-02')).value)).toBe(66.67);
    expect(rounded((await progress(cadre, bound(one!), '2018-01')).value)).toBe(66.67);
    expect(rounded((await progress(cadre, bound(other!), '2018-01')).value)).toBe(0);
    expect([(await progress(cadre, bound(one!), '2018-02')).colour, (await progress(cadre, bound(other!), '2018-02')).colour]).toEqual(['yellow', 'green']);
  });

  it('reads the same to everybody who sees the letter, whichever households they may open', async () => {
    for (const viewer of [cadre, evaluator]) expect(rounded((await progress(viewer, bound(other!), '2018-02')).value)).toBe(66.67);
  });

  it('says nothing of a cadre without households', async () => {
    const nobody = await making((tx) => makePerson(tx, 'cadre', { division: village }));
    expect(await progress(cadre, bound(nobody), '2018-02')).toMatchObject({ value: null, colour: 'grey' });
  });

  it('stays the village\'s where the indicator is told of no household', async () => {
    const parks: Partial<Bound> = { indicator: 'industry.village_parks', target: 1 };
    expect(await progress(cadre, bound(one!, parks), '2018-02')).toEqual(await progress(cadre, bound(null, parks), '2018-02'));
  });

  it('opens the households it is made of, those that do not count first', async () => {
    const rows = (viewer: Viewer, person: MadePerson) => fenced(viewer, (tx) => cadreRows(tx, { person: person.personId, indicator: RATE, month: '2018-02', at: '2018-02' }));
    expect((await rows(cadre, one!)).map(({ household, amount, day }) => [household, amount, day])).toEqual([[households[1], 0, null], [households[0], 1, '2018-02-03']]);
    expect(await rows(evaluator, one!)).toEqual([]);
    const [, moved] = await asSystem('job', (tx) => cadreRows(tx, { person: other!.personId, indicator: RATE, month: '2018-02', at: '2018-02' }), 'read');
    expect(moved).toMatchObject({ household: households[2], since: '2018-02-15', amount: 1, day: '2018-02-05' });
  });
});

it('cadres who share a village add up to it, for every figure told of households', async () => {
  expect(SUMS.filter(isMonthly)).toContain('support.households_visited');
  for (const month of ['2017-12', '2018-01', '2018-02'] as const) {
    await asSystem('job', async (tx) => {
      const asked = SUMS.flatMap((id) => [one!, other!].map(({ personId }) => ({ person: personId, indicator: id, month, at: month })));
      const figures = await cadreFigures(tx, asked);
      const whole = new Map((await readings(tx, { indicators: SUMS, area: areaOf(village), month })).map(({ indicator: id, value }) => [id, value]));
      for (const id of SUMS) expect([month, id, asked.filter((each) => each.indicator === id).reduce((sum, each) => sum + (figures(each) ?? 0), 0)]).toEqual([month, id, whole.get(id)]);
    }, 'read');
  }
});
