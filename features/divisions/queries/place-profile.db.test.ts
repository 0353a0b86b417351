import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { remeasure } from '@/db/measure';
import { makeHousehold, makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { viewerFor } from '@/server/viewer';
import { divisionPlace, placeProfile, zonePlace } from './place-profile';

const MONTH = '2018-02';
let township: string;
let village: string;
let sibling: string;
const viewers: Record<'office' | 'township' | 'evaluator' | 'zone', Viewer> = {} as never;

beforeAll(async () => {
  const people = await making(async (tx) => {
    await setClock(tx, '2018-03-03 12:00+08');
    [township, sibling] = [await makeTownship(tx, 1), await makeTownship(tx, 2)];
    await makeTownship(tx, 1);
    village = await makeVillage(tx, township);
    await tx.execute(sql`update villages set hard_road = true where code = ${village}`);
    await makeHousehold(tx, village);
    await makeHousehold(tx, village);
    await tx.execute(sql`insert into populations (division, year, people) values (${village}, 2014, 100)`);
    await tx.execute(sql`insert into township_services (township, kind, name, standard_since) values
      (${township}, 'central-school', '中心小学校', '2016-05-01'), (${township}, 'clinic', '卫生院', null), (${sibling}, 'central-school', '中心小学校', '2018-01-15')`);
    await remeasure(tx, [{ register: 'central-schools', division: township, month: '2016-05' }, { register: 'central-schools', division: sibling, month: '2018-01' }], '2018-01');
    const touched = (['registered-households', 'registered-persons', 'remaining-households', 'remaining-persons'] as const).map((register) => ({ register, division: village, month: '2014-03' as const }));
    await remeasure(tx, [...touched, { register: 'rural-population', division: village, month: '2014-01' }], '2014-03');
    return {
      office: await makePerson(tx, 'office-reviewer'), township: await makePerson(tx, 'township-secretary', { division: township }),
      evaluator: await makePerson(tx, 'evaluator'), zone: await makePerson(tx, 'zone-commander', { zoneNo: 1 }),
    };
  });
  for (const [name, person] of Object.entries(people)) viewers[name as keyof typeof viewers] = (await viewerFor(person.accountId))!;
}, 120_000);

describe('a place', () => {
  test('outside the ground is not there; inside it tells figures, people and exit', async () => {
    expect(await divisionPlace(viewers.township, sibling)).toBeNull();
    expect(await divisionPlace(viewers.township, '510823')).toBeNull();
    expect(await divisionPlace(viewers.office, '510823999')).toBeNull();
    expect(await zonePlace(viewers.township, 1)).toBeNull();
    expect(await zonePlace(viewers.zone, 2)).toBeNull();
    const place = (await divisionPlace(viewers.township, village))!;
    expect([place.level, place.zone?.no, place.above.map(({ code }) => code)]).toEqual(['village', 1, [township]]);
    expect([place.zone?.opens, (await divisionPlace(viewers.zone, village))?.zone?.opens, (await divisionPlace(viewers.office, village))?.zone?.opens]).toEqual([false, true, true]);
    const profile = await placeProfile(viewers.township, place, { month: MONTH, running: MONTH, reading: 'true', today: '2018-03-03' });
    expect(profile.figures[0]).toMatchObject({ indicator: 'poverty.incidence', numerator: 2, denominator: 100 });
    expect(profile.gaps).toMatchObject({ remaining: 2, income: 2, housing: 2 });
    expect(profile.village?.criteria.find(({ name }) => name === 'incidence')).toEqual({ name: 'incidence', met: true });
    const known = await placeProfile(viewers.township, place, { month: '2014-02', running: MONTH, reading: 'known', today: '2018-03-03' });
    expect([known.figures[0]!.value, known.village?.criteria.find(({ name }) => name === 'incidence')?.met]).toEqual([null, null]);
    expect((await placeProfile(viewers.evaluator, place, { month: MONTH, running: MONTH, reading: 'true', today: '2018-03-03' })).gaps).toBeNull();
  });

  test('the county is answered for on both lines: by its headquarters and by the commander of each zone', async () => {
    const county = (await divisionPlace(viewers.office, '510823'))!;
    const { people } = await placeProfile(viewers.office, county, { month: MONTH, running: MONTH, reading: 'true', today: '2018-03-03' });
    expect(people.filter(({ duty }) => duty === 'zone-commander').map(({ side }) => side)).toContain('zone');
    expect(people.map(({ duty }) => duty)).not.toContain('squad-leader');
  });

  test('the three of every township are counted at the month, on the viewer’s ground', async () => {
    const services = async (viewer: Viewer, code: string, month: Month) => {
      const profile = await placeProfile(viewer, (await divisionPlace(viewer, code))!, { month, running: MONTH, reading: 'true', today: '2018-03-03' });
      return Object.fromEntries(profile.services.map(({ indicator, value }) => [indicator, value]));
    };
    expect(await services(viewers.office, '510823', MONTH)).toMatchObject({ 'services.central_schools': 2, 'services.clinics': 0 });
    expect(await services(viewers.office, '510823', '2017-12')).toMatchObject({ 'services.central_schools': 1 });
    expect(await services(viewers.township, township, MONTH)).toMatchObject({ 'services.central_schools': 1, 'services.clinics': 0 });
  });

  test('its poor villages are named by what they lack', async () => {
    const profile = await placeProfile(viewers.township, (await divisionPlace(viewers.township, township))!, { month: MONTH, running: MONTH, reading: 'true', today: '2018-03-03' });
    const own = [{ code: village, name: expect.any(String) }];
    expect(profile.poorVillages).toEqual({ all: 1, lacking: { hardRoad: [], clinic: own, cultureRoom: own, network: own } });
  });

  test('a zone lists its townships', async () => {
    const profile = await placeProfile(viewers.zone, (await zonePlace(viewers.zone, 1))!, { month: MONTH, running: MONTH, reading: 'true', today: '2018-03-03' });
    expect(profile.children.map(({ key }) => key)).toContain(township);
    expect(profile.children.map(({ key }) => key)).not.toContain(sibling);
    expect(profile.people.map(({ duty }) => duty)).toContain('zone-commander');
  });
});
