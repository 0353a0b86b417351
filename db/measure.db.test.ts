import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { areaOf, zoneArea } from '@/domain/area';
import type { IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import { readClock } from './clock';
import type { Tx } from './fence';
import { differences, remeasure, type Touched } from './measure';
import { type ReadingKind, readings } from './readings';
import { rowsBehind, totalsOf } from './rows';
import { makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from './testing/fixtures';
import { trends } from './trends';

const EXITS = ['household-exits', 'person-exits', 'remaining-households', 'remaining-persons'] as const;
const entered = (division: string): Touched[] => (['registered-households', 'registered-persons', 'remaining-households', 'remaining-persons'] as const)
  .map((register) => ({ register, division, month: '2014-03' }));

/** A village with measured households. */
const scene = (households: number) => making(async (tx) => {
  await setClock(tx, '2018-03-03 12:00+08');
  const township = await makeTownship(tx);
  const village = await makeVillage(tx, township);
  const made: number[] = [];
  for (let count = 0; count < households; count += 1) made.push(await makeHousehold(tx, village));
  await remeasure(tx, entered(village), '2014-03');
  return { township, village, households: made };
});

const value = async (tx: Tx, id: IndicatorId, code: string, month: Month, reading: ReadingKind = 'true') =>
  (await readings(tx, { indicators: [id], area: areaOf(code), month, reading }))[0]!.value;

/** What of a township's poverty figures is not its rows: the fixtures measure nothing else. */
const poorly = async (tx: Tx, township: string) => (await differences(tx)).filter(({ indicator, division }) => indicator.startsWith('poverty.') && division.startsWith(township));

async function exit(tx: Tx, household: number, division: string, day: string): Promise<void> {
  await tx.execute(sql`update households set exited_on = ${day} where id = ${household}`);
  await remeasure(tx, EXITS.map((register) => ({ register, division, month: day.slice(0, 7) as Month })));
}

describe('a correction of a closed month', () => {
  test('is true now, unknown then, and booked in the open month', async () => {
    const { township, village, households } = await scene(3);
    await making(async (tx) => {
      expect(await readClock(tx)).toMatchObject({ openMonth: '2018-02', locksOn: '2018-03-10' });
      await exit(tx, households[0]!, village, '2017-11-20');
      for (const code of [township, village]) {
        expect(await value(tx, 'poverty.remaining_households', code, '2017-11')).toBe(2);
        expect(await value(tx, 'poverty.remaining_households', code, '2017-11', 'known')).toBe(3);
        expect(await value(tx, 'poverty.remaining_households', code, '2018-01', 'known')).toBe(3);
        expect(await value(tx, 'poverty.remaining_households', code, '2018-02', 'known')).toBe(2);
        expect(await value(tx, 'poverty.households_lifted', code, '2017-10')).toBe(0);
      }
      const { rows } = await tx.execute<{ known: string }>(sql`select distinct known from measurements where division = ${village} and month = '2017-11'`);
      expect(rows).toEqual([{ known: '2018-02' }]);
    });
  });

  test('that is taken back leaves no trace in either reading', async () => {
    const { village, households } = await scene(1);
    await making(async (tx) => {
      await exit(tx, households[0]!, village, '2017-11-20');
      await tx.execute(sql`update households set exited_on = null where id = ${households[0]!}`);
      await remeasure(tx, EXITS.map((register) => ({ register, division: village, month: '2017-11' })));
      expect(await value(tx, 'poverty.remaining_households', village, '2018-02')).toBe(1);
      expect(await value(tx, 'poverty.remaining_households', village, '2018-02', 'known')).toBe(1);
      expect(await poorly(tx, village.slice(0, 9))).toEqual([]);
    });
  });

  test('of the open month is known at once; a day after the lock it is a correction', async () => {
    const { village, households } = await scene(2);
    await making(async (tx) => {
      await exit(tx, households[0]!, village, '2018-02-10');
      expect(await value(tx, 'poverty.remaining_households', village, '2018-02', 'known')).toBe(1);
      await setClock(tx, '2018-03-11 00:00+08');
      expect(await readClock(tx)).toMatchObject({ openMonth: '2018-03', locksOn: '2018-04-10' });
      await exit(tx, households[1]!, village, '2018-02-28');
      expect(await value(tx, 'poverty.remaining_households', village, '2018-02', 'known')).toBe(1);
      expect(await value(tx, 'poverty.remaining_households', village, '2018-02')).toBe(0);
      await setClock(tx, '2018-03-03 12:00+08');
    });
  });
});

test('two writers of one township never lose one another\'s change', async () => {
  const { township, village, households } = await scene(8);
  const other = await making((tx) => makeVillage(tx, township));
  await Promise.all(households.map((household, at) => making(async (tx) => {
    await exit(tx, household, village, `2018-02-${String(10 + at)}`);
    if (at % 2) await remeasure(tx, [{ register: 'visits', division: other, month: '2018-02' }]);
  })));
  await making(async (tx) => {
    for (const code of [village, township]) {
      expect(await value(tx, 'poverty.households_lifted', code, '2018-02')).toBe(8);
      expect(await value(tx, 'poverty.remaining_persons', code, '2018-02')).toBe(0);
    }
    expect(await poorly(tx, township)).toEqual([]);
  });
});

test('a write that fails leaves the measurements as they were', async () => {
  const { village, households } = await scene(1);
  await expect(making(async (tx) => {
    await exit(tx, households[0]!, village, '2018-02-10');
    throw new Error('stop');
  })).rejects.toThrow('stop');
  expect(await making((tx) => value(tx, 'poverty.remaining_households', village, '2018-02'))).toBe(1);
});

test('figures, cuts, months and rows of a place agree', async () => {
  const { township, village, households } = await scene(4);
  await making(async (tx) => {
    const person = await makePerson(tx, 'cadre', { division: village });
    const days = ['2017-12-31', '2018-01-01', '2018-01-31', '2018-02-01'];
    for (const [at, day] of days.entries()) {
      await tx.execute(sql`insert into visits (household_id, person_id, division, visited_on, seen, outcome) values (${households[at]!}, ${person.personId}, ${village}, ${day}, 'well', 'noted'), (${households[0]!}, ${person.personId}, ${village}, ${day}, 'well', 'noted')`);
      await remeasure(tx, (['visits', 'visited-households'] as const).map((register) => ({ register, division: village, month: day.slice(0, 7) as Month })));
    }
    const area = areaOf(township);
    const trend = await trends(tx, { indicators: ['support.visits', 'support.visit_rate'], area, first: '2017-11', last: '2018-02' });
    expect(trend.filter(({ indicator }) => indicator === 'support.visits').map((one) => one.value)).toEqual([0, 2, 4, 2]);
    const rate = trend.find(({ indicator, month }) => indicator === 'support.visit_rate' && month === '2018-01')!;
    expect([rate.numerator, rate.denominator, rate.value]).toEqual([3, 4, 75]);
    const byVillage = await readings(tx, { indicators: ['support.visit_rate'], area, month: '2018-01', by: 'village' });
    expect(byVillage.map(({ key, numerator }) => [key, numerator])).toEqual([[village, 3]]);
    const rows = await rowsBehind(tx, { indicator: 'support.visits', area, month: '2018-01', limit: 3 });
    expect(rows.map(({ since }) => since?.slice(0, 7))).toEqual(['2018-01', '2018-01', '2018-01']);
    expect(await totalsOf(tx, { indicator: 'support.visits', area, month: '2018-01' })).toEqual({ count: 4, value: 4 });
    const elsewhere = await makeTownship(tx);
    expect(await value(tx, 'support.visits', elsewhere, '2018-01')).toBe(0);
    expect((await readings(tx, { indicators: ['support.visit_rate'], area: areaOf(elsewhere), month: '2018-01' }))[0]!.value).toBeNull();
    const both = zoneArea([township, elsewhere])!;
    expect((await readings(tx, { indicators: ['support.visits'], area: both, month: '2018-01', by: 'township' })).map(({ key, value: count }) => [key, count])).toEqual([[township, 4]]);
    // Somebody who serves in two villages has a list of villages, not of townships.
    const second = await makeVillage(tx, elsewhere);
    expect((await readings(tx, { indicators: ['support.visits'], area: zoneArea([village, second])!, month: '2018-01' }))[0]!.value).toBe(4);
  });
});
