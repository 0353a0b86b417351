import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '@/db/fence';
import { differences, remeasure } from '@/db/measure';
import { readMeasuredDay } from '@/db/passing-days';
import { readings } from '@/db/readings';
import { totalsOf } from '@/db/rows';
import { makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { demandTouches, visitTouches } from '@/db/visit-touches';
import { areaOf } from '@/domain/area';
import { daysAfter } from '@/domain/day';
import type { IndicatorId } from '@/domain/indicators';
import { type Month, monthOf } from '@/domain/month';
import { countPassedDays } from './days';

const REGISTERED = '2014-03-01';
const FIGURES = ['support.households_unvisited_1m', 'support.households_unvisited_3m', 'support.households_neglected', 'support.promises_overdue', 'funds.late_projects'] as const satisfies readonly IndicatorId[];
let village: string;
let household: number;
let cadre: number;

/** A county whose days were not measured yet: one village with a household visited in February, a promise and a project due in March. */
beforeEach(() => making(async (tx) => {
  await tx.execute(sql`delete from installation where key = 'measured_to'`);
  await setClock(tx, '2018-03-11 09:00+08');
  village = await makeVillage(tx, await makeTownship(tx));
  household = await makeHousehold(tx, village);
  cadre = (await makePerson(tx, 'cadre', { division: village })).personId;
  await writeVisit(tx, '2018-02-20', '2018-03-20');
  await tx.execute(sql`insert into lines (code, name, name_en, position) values ('roads', '交通', 'Roads', 1) on conflict do nothing`);
  await tx.execute(sql`insert into projects (division, line, name, amount, approved_on, due_on) values (${village}, 'roads', '便民路', 100, '2017-06-01', '2018-03-25')`);
  await remeasure(tx, [{ register: 'late-projects', division: village, month: '2018-03' }]);
}));

/** Writes a visit, with a promise where it has a day. */
async function writeVisit(tx: Tx, day: string, due: string | null = null): Promise<void> {
  const { rows: [visit] } = await tx.execute<{ id: number }>(sql`
    insert into visits (household_id, person_id, division, visited_on, seen, outcome) values (${household}, ${cadre}, ${village}, ${day}, 'well', 'noted') returning id`);
  if (due) await tx.execute(sql`insert into demands (visit_id, household_id, division, kind, raised_on, promise, due_on) values (${visit!.id}, ${household}, ${village}, 'housing', ${day}, '报危改', ${due})`);
  await remeasure(tx, [...(await visitTouches(tx, { id: household, division: village, registeredOn: REGISTERED }, [day])), ...demandTouches({ division: village, raisedOn: day, dueOn: due, answeredOn: null })]);
}

/** The figures of the village at a month, each checked against its rows. */
const figures = (month: Month, reading: 'true' | 'known' = 'true') => making(async (tx) => {
  const asked = { area: areaOf(village), month };
  const found = await readings(tx, { indicators: [...FIGURES], ...asked, reading });
  if (reading === 'true') for (const { indicator, value } of found) expect([indicator, month, (await totalsOf(tx, { indicator, ...asked })).count]).toEqual([indicator, month, value]);
  return found.map(({ value }) => value);
});
const strikes = (day: string) => making((tx) => setClock(tx, `${day} 00:10+08`));
/** What of the figures is not its rows: the fixtures measure nothing else. */
const unsound = () => making(async (tx) => (await differences(tx)).filter(({ indicator, division }) => FIGURES.some((id) => id === indicator) && division.startsWith(village.slice(0, 9))));

describe('what begins on a day to come', () => {
  test('is no alarm before: neither a figure nor a row, and it is both in its own month once the day is there', async () => {
    expect(await figures('2018-03')).toEqual([1, 0, 0, 1, 1]);
    expect(await countPassedDays()).toBe(true);
    expect(await figures('2018-03')).toEqual([0, 0, 0, 0, 0]);
    await strikes('2018-03-21');
    expect(await figures('2018-03')).toEqual([0, 0, 0, 0, 0]);
    expect(await countPassedDays()).toBe(true);
    expect(await figures('2018-03')).toEqual([0, 0, 0, 1, 0]);
    expect(await countPassedDays()).toBe(false);
    await strikes('2018-03-26');
    await countPassedDays();
    expect(await figures('2018-03')).toEqual([1, 0, 0, 1, 1]);
    expect(await figures('2018-02')).toEqual([0, 0, 0, 0, 0]);
    expect(await unsound()).toEqual([]);
  });

  test('is no correction, though it is counted when its month is closed; a visit between is told as it was', async () => {
    await countPassedDays();
    await strikes('2018-05-20');
    await making((tx) => writeVisit(tx, '2018-05-20'));
    await countPassedDays();
    for (const reading of ['true', 'known'] as const) {
      expect(await figures('2018-03', reading)).toEqual([1, 0, 0, 1, 1]);
      expect(await figures('2018-05', reading)).toEqual([0, 0, 0, 1, 1]);
    }
    expect(await unsound()).toEqual([]);
  });
});

test('however days pass and visits are entered, figures are what the rows of the measured day say', async () => {
  await countPassedDays();
  let today = '2018-03-11';
  const step = fc.record({ days: fc.constantFrom(0, 0, 1, 9, 35, 100), back: fc.nat(60), due: fc.option(fc.nat(40)), works: fc.boolean() });
  for (const { days, back, due, works } of fc.sample(step, { numRuns: 25, seed: 20180311 })) {
    today = daysAfter(today, days);
    await strikes(today);
    if (works) await countPassedDays();
    const day = daysAfter(today, -back);
    await making((tx) => writeVisit(tx, day, due === null ? null : daysAfter(day, due)));
    await figures(monthOf(today));
  }
  expect(await unsound()).toEqual([]);
  await countPassedDays();
  expect(await making(readMeasuredDay)).toBe(today);
  expect(await unsound()).toEqual([]);
});
