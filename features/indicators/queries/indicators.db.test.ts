import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { remeasure } from '@/db/measure';
import { assign, makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import { INDICATOR_IDS, partsOf } from '@/domain/indicators';
import type { Viewer } from '@/domain/viewer';
import type { Refusal } from '@/server/errors';
import { viewerFor } from '@/server/viewer';
import { exportRows } from '../commands/export-rows';
import { rowsAsCsv } from '../export';
import { changedIndicators } from './changed-indicators';
import { changedSinceClose } from './changed-since-close';
import { indicatorRows } from './indicator-rows';
import { indicatorTrend } from './indicator-trend';
import { type Measurements, measurementsFor } from './measurements';
import { readIndicators } from './read-indicators';

const MONTH = '2018-02';
let township: string;
let village: string;
let sibling: string;
const viewers: Record<'office' | 'township' | 'cadre' | 'evaluator' | 'admin' | 'zone', Viewer> = {} as never;

beforeAll(async () => {
  const people = await making(async (tx) => {
    await setClock(tx, '2018-03-03 12:00+08');
    [township, sibling] = [await makeTownship(tx, 1), await makeTownship(tx, 2)];
    await makeTownship(tx, 1);
    village = await makeVillage(tx, township);
    await makeVillage(tx, sibling);
    const households = [await makeHousehold(tx, village, '=1+1'), await makeHousehold(tx, village), await makeHousehold(tx, village)];
    await tx.execute(sql`insert into populations (division, year, people) values (${village}, 2014, 100)`);
    const cadre = await makePerson(tx, 'cadre', { division: village });
    await assign(tx, cadre, households[1]!);
    const touched = (['registered-households', 'registered-persons', 'remaining-households', 'remaining-persons'] as const).map((register) => ({ register, division: village, month: '2014-03' as const }));
    await remeasure(tx, [...touched, { register: 'rural-population', division: village, month: '2014-01' }], '2014-03');
    await tx.execute(sql`update households set exited_on = '2017-12-20' where id = ${households[2]!}`);
    await remeasure(tx, (['household-exits', 'person-exits', 'remaining-households', 'remaining-persons'] as const).map((register) => ({ register, division: village, month: '2017-12' })));
    return {
      office: await makePerson(tx, 'office-reviewer'), township: await makePerson(tx, 'township-secretary', { division: township }), cadre,
      evaluator: await makePerson(tx, 'evaluator'), admin: await makePerson(tx, 'system-administrator'), zone: await makePerson(tx, 'zone-commander', { zoneNo: 1 }),
    };
  });
  for (const [name, person] of Object.entries(people)) viewers[name as keyof typeof viewers] = (await viewerFor(person.accountId))!;
}, 120_000);

describe('rows', () => {
  test('make up the figure; who may open no household is told so; a cadre sees only the own', async () => {
    const asked = { area: areaOf(village), month: MONTH } as const;
    const all = await indicatorRows(viewers.office, 'poverty.incidence', asked);
    expect([all.of, all.sight, all.count, all.value, all.rows.length, all.next]).toEqual(['poverty.remaining_persons', 'all', 2, 2, 2, null]);
    const closed = await indicatorRows(viewers.evaluator, 'poverty.incidence', asked);
    expect([closed.sight, closed.value, closed.rows]).toEqual(['closed', 2, []]);
    const own = await indicatorRows(viewers.cadre, 'poverty.remaining_households', asked);
    expect([own.sight, own.value, own.count, own.rows.length]).toEqual(['own', 2, 1, 1]);
  });

  test('come a page at a time, each once', async () => {
    const first = await indicatorRows(viewers.office, 'poverty.registered_households', { area: areaOf(township), month: MONTH, limit: 2 });
    const second = await indicatorRows(viewers.office, 'poverty.registered_households', { area: areaOf(township), month: MONTH, limit: 2, after: first.next });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([2, 1, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ key }) => key)).size).toBe(3);
  });
});

test('what changed a closed month is listed with the month it was booked in', async () => {
  const found = await changedSinceClose(viewers.office, 'poverty.remaining_households', areaOf(township), '2017-12');
  expect(found).toMatchObject([{ division: village, month: '2017-12', known: '2018-02', change: -1 }]);
  expect(await changedSinceClose(viewers.office, 'poverty.remaining_households', areaOf(township), '2018-02')).toEqual([]);
});

test('a late correction of a closed month is flagged, at its place and above, and what stands behind the flag is the whole difference', async () => {
  for (const [area, key] of [[areaOf(township), 'total'], [areaOf(village), 'total']] as const) {
    const asked = { indicators: INDICATOR_IDS, area, month: '2017-12' } as const;
    const [now, known] = [await readIndicators(viewers.office, asked), await readIndicators(viewers.office, { ...asked, reading: 'known' })];
    const changed = await changedIndicators(viewers.office, asked);
    const differ = now.filter((one, at) => one.numerator !== known[at]!.numerator || one.denominator !== known[at]!.denominator).map(({ indicator }) => indicator);
    expect(differ).toEqual(expect.arrayContaining(['poverty.remaining_households', 'poverty.incidence', 'poverty.households_lifted']));
    expect(INDICATOR_IDS.filter((id) => changed.has(id, key))).toEqual(differ);
    expect(changed.count).toBe(differ.length);
    for (const id of differ) {
      const rows = await changedSinceClose(viewers.office, id, area, '2017-12');
      const [then, today] = [known, now].map((read) => read.find(({ indicator }) => indicator === id)!);
      const sum = rows.filter(({ indicator: part }) => part === partsOf(id)[0]).reduce((all, { change }) => all + change, 0);
      expect(sum).toBe((today!.numerator ?? 0) - (then!.numerator ?? 0));
      expect(rows.every(({ division, known: booked }) => division === village && booked === '2018-02')).toBe(true);
    }
  }
  for (const month of ['2017-11', MONTH] as const) expect((await changedIndicators(viewers.office, { indicators: INDICATOR_IDS, area: areaOf(township), month })).count).toBe(0);
  expect((await changedIndicators(viewers.office, { indicators: INDICATOR_IDS, area: areaOf(sibling), month: '2017-12' })).count).toBe(0);
});

test('a trend begins with the books and tells both readings', async () => {
  const asked = { area: areaOf(village), last: '2018-01', months: 60 } as const;
  const now = await indicatorTrend(viewers.office, 'poverty.incidence', { ...asked, reading: 'true' });
  const known = await indicatorTrend(viewers.office, 'poverty.incidence', { ...asked, reading: 'known' });
  expect([now[0]?.month, now.length, now.at(-1)?.value, known.at(-1)?.value]).toEqual(['2014-01', 49, 2, 3]);
});

describe('a call of the API', () => {
  const ask = (viewer: Viewer, more: object) => measurementsFor(viewer, { indicator: 'poverty.incidence', reading: 'true', ...more });
  const rows = (found: Measurements) => ('rows' in found ? found.rows : found);

  test('tells a figure with its counts, and its cuts', async () => {
    expect(rows(await ask(viewers.office, { division: village, month: MONTH }))).toEqual([{ key: 'total', value: 2, numerator: 2, denominator: 100 }]);
    expect(rows(await ask(viewers.office, { division: village, month: '2017-12', reading: 'known' }))).toMatchObject([{ value: 3 }]);
    expect(rows(await ask(viewers.office, { division: township, month: MONTH, by: 'village' }))).toEqual([{ key: village, value: 2, numerator: 2, denominator: 100 }]);
    expect(rows(await ask(viewers.office, { zone: 1, month: MONTH, by: 'zone' }))).toMatchObject([{ key: '1', numerator: 2 }]);
    const months = rows(await ask(viewers.township, { by: 'month' }));
    expect(Array.isArray(months) && [months[0]?.key, months.at(-1)?.key, months.length]).toEqual(['2014-01', '2018-02', 50]);
  });

  test('does not know a place outside the caller\'s ground, nor one that is not there', async () => {
    for (const place of [{ division: sibling }, { division: '510823' }, { division: '510824' }, { zone: 1 }, { zone: 9 }]) {
      expect(await ask(viewers.township, place)).toMatchObject({ problem: 'unknown' });
    }
    expect(await ask(viewers.zone, { zone: 1 })).toHaveProperty('rows');
    expect(await ask(viewers.zone, { zone: 2 })).toEqual({ problem: 'unknown', field: 'zone' });
    expect(await ask(viewers.admin, {})).toMatchObject({ problem: 'unknown' });
  });

  test.each(['2013-12', '2018-03', '9999-12'])('has no month %s', async (month) => {
    expect(await ask(viewers.office, { month })).toEqual({ problem: 'out-of-range', field: 'month' });
  });
});

describe('an export', () => {
  const asked = () => ({ id: 'poverty.registered_households' as const, area: areaOf(village), division: village, place: '村', month: MONTH as never, reading: 'known' as const, locale: 'zh-CN' as const, today: '2018-03-03', address: '10.0.0.1' });

  test('is recorded, watermarked and no formula', async () => {
    const lines = (await rowsAsCsv(viewers.office, asked())).join('').split('\r\n');
    expect(lines[0]).toContain(viewers.office.username);
    expect(lines[1]).toContain('；村；页面数字为封账口径，明细按现时记录列出');
    expect(lines).toHaveLength(7);
    expect(lines.join('\n')).toContain(",'=1+1,");
    const trail = await making(async (tx) => {
      await tx.execute(sql`select set_config('app.audit', 'all', true)`);
      return (await tx.execute(sql`select person_id, command, subject_id, division, address, after from audits where command = 'indicator.export'`)).rows;
    });
    expect(trail).toMatchObject([{ person_id: viewers.office.personId, subject_id: 'poverty.registered_households', division: village, address: '10.0.0.1', after: { rows: 3, month: MONTH } }]);
  });

  test('is refused to who has no right to it, or to households', async () => {
    for (const viewer of [viewers.cadre, viewers.evaluator]) {
      const refused = await exportRows(viewer, { indicator: 'poverty.registered_households', month: MONTH, division: village, area: areaOf(village) }).catch((failure: unknown) => failure);
      expect(refused).toMatchObject({ code: 'forbidden' } satisfies Partial<Refusal>);
    }
  });
});
