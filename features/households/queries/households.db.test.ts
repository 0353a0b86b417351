import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { measureAll } from '@/db/measure';
import { assign, makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { fingerprint } from '@/db/vault';
import { areaOf } from '@/domain/area';
import { parseHouseholdSearch } from '@/domain/household-search';
import type { Viewer } from '@/domain/viewer';
import { viewerOf } from '@/server/testing/asking';
import { householdVisits } from '../../visits/queries/household-visits';
import { householdCadres } from '../../assignments/queries/household-cadres';
import { correctExit } from '../commands/correct-exit';
import { findById } from '../commands/find-by-id';
import { recordSafeguard } from '../commands/record-safeguard';
import { householdFile } from './household-file';
import { householdHistory } from './household-history';
import { householdMeasures } from './household-measures';
import { listHouseholds } from './list-households';

const MONTH = '2018-02' as const;
const ID_NUMBER = '51999919600501001X';
let township: string;
let village: string;
let helped: number;
let alone: number;
let office: Viewer;
let here: Viewer;
let sibling: Viewer;
let cadre: Viewer;

const ask = (params: Record<string, string>) => parseHouseholdSearch(params).search;
const ids = async (viewer: Viewer, params: Record<string, string>, month: `${number}-${number}` = MONTH) => {
  const list = await listHouseholds(viewer, areaOf(township), month, ask(params));
  return { count: list.count, ids: list.rows.map((row) => row.id) };
};

beforeAll(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-01T09:00:00+08');
    township = await makeTownship(tx);
    const other = await makeTownship(tx);
    village = await makeVillage(tx, township);
    helped = await makeHousehold(tx, village, '李秀英');
    alone = await makeHousehold(tx, village, '王建国');
    await tx.execute(sql`update members set name = '王秀兰', id_hash = ${fingerprint(ID_NUMBER)} where household_id = ${helped}`);
    const people = {
      office: await makePerson(tx, 'office-reviewer'), here: await makePerson(tx, 'township-secretary', { division: township }),
      sibling: await makePerson(tx, 'township-secretary', { division: other }), cadre: await makePerson(tx, 'cadre', { division: village }),
    };
    await assign(tx, people.cadre, helped);
    await tx.execute(sql`insert into visits (household_id, person_id, division, visited_on, seen, outcome) values (${helped}, ${people.cadre.personId}, ${village}, '2018-02-10', 'well', 'noted')`);
    await tx.execute(sql`update households set exited_on = '2017-12-05', housing_since = '2017-06-01' where id = ${helped}`);
    await tx.execute(sql`insert into incomes (household_id, division, year, wage, business, property, transfer, cost) values (${helped}, ${village}, 2017, 500000, 0, 0, 0, 0)`);
    await tx.execute(sql`insert into poverty_lines (year, scope, fen, status, source) values (2017, 'Sichuan', 330000, 'unverified', 'test') on conflict do nothing`);
    await measureAll(tx);
    return people;
  });
  [office, here, sibling, cadre] = [await viewerOf(made.office), await viewerOf(made.here), await viewerOf(made.sibling), await viewerOf(made.cadre)];
});

describe('the list of households', () => {
  it('counts by the measurements what it lists', async () => {
    expect(await ids(office, {})).toEqual({ count: 2, ids: [helped, alone] });
    expect(await ids(office, { state: 'remaining' })).toEqual({ count: 1, ids: [alone] });
    expect(await ids(office, { state: 'exited' })).toEqual({ count: 1, ids: [helped] });
    expect(await ids(office, { state: 'exited-year' })).toEqual({ count: 0, ids: [] });
    expect(await ids(office, { state: 'exited-year' }, '2017-12')).toEqual({ count: 1, ids: [helped] });
    expect(await ids(office, { visited: 'yes' })).toEqual({ count: 1, ids: [helped] });
    expect(await ids(office, { visited: 'no' })).toEqual({ count: 1, ids: [alone] });
    expect(await ids(office, { gap: 'no-cadre' })).toEqual({ count: 1, ids: [alone] });
    expect(await ids(office, { gap: 'no-housing' })).toEqual({ count: 1, ids: [alone] });
  });

  it('says of a month who had safe housing at its end, not who has it now', async () => {
    expect(await ids(office, { gap: 'no-housing' }, '2017-05')).toEqual({ count: 2, ids: [helped, alone] });
    expect(await ids(office, { gap: 'no-housing' }, '2017-06')).toEqual({ count: 1, ids: [alone] });
    expect(await ids(office, { gap: 'no-housing' }, '2018-03')).toEqual({ count: 1, ids: [alone] });
    const housed = async (month: `${number}-${number}`) => (await listHouseholds(office, areaOf(township), month, ask({}))).rows.map((row) => row.housed);
    expect([await housed('2017-05'), await housed('2017-06')]).toEqual([[false, false], [true, false]]);
  });

  it('finds by the beginning of a name: a family name among heads, more of it among members too', async () => {
    expect(await ids(office, { q: '王' })).toEqual({ count: 1, ids: [alone] });
    expect(await ids(office, { q: '王秀' })).toEqual({ count: 1, ids: [helped] });
    expect(await ids(office, { q: '秀英' })).toEqual({ count: 0, ids: [] });
    const list = await listHouseholds(office, areaOf(township), MONTH, ask({ q: '王秀兰' }));
    expect(list.rows[0]).toMatchObject({ headName: '李秀英', found: '王秀兰', people: 1, lastVisit: '2018-02-10', exitedOn: '2017-12-05' });
  });

  it('narrows and sorts', async () => {
    expect((await ids(office, { cause: 'illness' })).count).toBe(2);
    expect((await ids(office, { cause: 'no-land' })).count).toBe(0);
    expect((await ids(office, { sort: 'head', direction: 'desc' })).ids).toEqual([alone, helped]);
    expect((await ids(office, { q: `${village}0001` })).ids).toHaveLength(1);
    expect((await ids(office, {}, '2014-02')).count).toBe(0);
  });

  it('shows a cadre the own households and a sibling township none', async () => {
    expect(await ids(cadre, {})).toEqual({ count: 1, ids: [helped] });
    expect((await ids(sibling, {})).ids).toEqual([]);
    expect((await ids(sibling, { q: '王建国' })).count).toBe(0);
  });
});

describe('one household', () => {
  it('opens with its people, incomes and helpers', async () => {
    const file = await householdFile(here, helped);
    expect(file?.household).toMatchObject({ headName: '李秀英', village, township, exitedOn: '2017-12-05', today: '2018-03-01' });
    expect(file?.members).toMatchObject([{ name: '王秀兰', age: 57, idMask: '5199**********0000' }]);
    expect(file?.incomes).toMatchObject([{ net: 500_000, perHead: 500_000, margin: 170_000 }]);
    expect(await householdVisits(here, helped, 1)).toMatchObject({ rows: [{ visitedOn: '2018-02-10', seen: 'well' }], more: false });
    expect(await householdCadres(here, helped)).toMatchObject([{ endsOn: null, left: false }]);
    expect(await householdMeasures(here, helped)).toEqual({ housing: null, garden: null });
  });

  it('outside the fence is the same as one that does not exist', async () => {
    expect(await householdFile(sibling, helped)).toBeNull();
    expect(await householdFile(cadre, alone)).toBeNull();
    expect(await householdFile(office, 2_000_000_000)).toBeNull();
    expect(await householdVisits(sibling, helped, 1)).toEqual({ rows: [], more: false });
    expect(await householdHistory(sibling, helped)).toEqual([]);
  });

  it('is found by the whole ID number, inside the fence, and the look-up is recorded without the number', async () => {
    expect(await findById(office, { secretId: ID_NUMBER.toLowerCase() })).toMatchObject({ id: helped });
    await expect(findById(sibling, { secretId: ID_NUMBER })).rejects.toMatchObject({ code: 'not-found' });
    await expect(findById(office, { secretId: '519999196005010028' })).rejects.toMatchObject({ code: 'not-found' });
    for (const wrong of ['', '123', `${ID_NUMBER}0`, "' or 1=1 --", '9'.repeat(10_000)]) await expect(findById(office, { secretId: wrong })).rejects.toMatchObject({ code: 'invalid' });
    const history = await householdHistory(office, helped);
    expect(history[0]).toMatchObject({ command: 'household.find-by-id' });
    expect(JSON.stringify(history)).not.toContain('1960050');
  });
});

describe('corrections', () => {
  const known = (month: string, upTo: string) => making(async (tx) => {
    const { rows } = await tx.execute<{ sum: string }>(sql`
      select coalesce(sum(change), 0) as sum from measurements where indicator = 'poverty.households_lifted' and division = ${village} and month <= ${month} and known <= ${upTo}`);
    return Number(rows[0]?.sum);
  });
  const version = async (id: number) => (await householdFile(office, id))?.household.version ?? 0;

  it('move an exit to another month: true now changes, known then stays', async () => {
    const done = await correctExit(office, { id: String(helped), version: String(await version(helped)), exitedOn: '2017-11-30', reason: '镇上复核表' });
    expect(done).toMatchObject({ exitedOn: '2017-11-30' });
    expect(await known('2017-11', '2017-11')).toBe(0);
    expect(await known('2017-11', '2018-12')).toBe(1);
    expect(await known('2017-12', '2017-12')).toBe(1);
    expect(await known('2017-12', '2018-12')).toBe(1);
    expect((await householdHistory(here, helped))[0]).toMatchObject({ command: 'household.correct-exit', before: { exitedOn: '2017-12-05' }, after: { exitedOn: '2017-11-30', reason: '镇上复核表' } });
  });

  it('are refused where they make no sense, and to whoever may not', async () => {
    const base = { id: helped, version: await version(helped), reason: '镇上复核表' };
    for (const exitedOn of ['2014-02-28', '2018-03-02', '2017-11-30', '2017-02-30', 'x', '0000-00-00']) await expect(correctExit(office, { ...base, exitedOn })).rejects.toMatchObject({ code: 'invalid' });
    await expect(correctExit(office, { ...base, exitedOn: '2017-11-01', reason: '' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(correctExit(office, { ...base, exitedOn: '2017-11-01', reason: '长'.repeat(10_000_000) })).rejects.toMatchObject({ code: 'invalid' });
    await expect(correctExit(office, { ...base, id: -1, exitedOn: '2017-11-01' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(correctExit(here, { ...base, exitedOn: '2017-11-01' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(correctExit(sibling, { ...base, exitedOn: '2017-11-01' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(correctExit(office, { ...base, version: base.version - 1, exitedOn: '2017-11-01' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('record a safeguard once: of two at the same time one is told', async () => {
    const input = { id: alone, version: await version(alone), safeguard: 'water', since: '2018-02-20', reason: '水务局验收单' };
    const outcomes = await Promise.allSettled([recordSafeguard(office, input), recordSafeguard(office, { ...input, since: '2018-02-21' })]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect((await householdFile(office, alone))?.household.safeguards.water).toMatch(/^2018-02-2[01]$/);
    await expect(recordSafeguard(here, { ...input, version: await version(alone) })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(recordSafeguard(office, { ...input, version: await version(alone), since: '2018-03-02' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(recordSafeguard(office, { ...input, version: await version(alone), safeguard: 'toString' })).rejects.toMatchObject({ code: 'invalid' });
  });
});
