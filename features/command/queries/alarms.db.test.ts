import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { remeasure } from '@/db/measure';
import { makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import { PROJECT_FLOOR_YUAN } from '@/domain/wall';
import { indicatorRows } from '@/features/indicators/queries/indicator-rows';
import { viewerOf } from '@/server/testing/asking';
import { readVillageGaps } from './alarms';

it('a poor village without a project is under the floor too, as the list it opens has it; the rest stand beside the projects under way', async () => {
  const { township, leader } = await making(async (tx) => {
    await setClock(tx, '2018-03-02 10:00+08');
    const place = await makeTownship(tx);
    const [funded, late, idle] = [await makeVillage(tx, place), await makeVillage(tx, place), await makeVillage(tx, place)];
    await tx.execute(sql`insert into lines (code, name, name_en, position) values ('roads', '交通', 'Roads', 1) on conflict do nothing`);
    await tx.execute(sql`
      insert into projects (division, line, name, amount, approved_on, due_on, finished_on) values
        (${funded}, 'roads', '通村路', 1000000000, '2017-05-01', '2018-01-31', null), (${funded}, 'roads', '小桥', 100, '2017-05-01', '2017-08-31', '2017-08-01'),
        (${late}, 'roads', '水渠', 1000000000, '2018-03-01', '2018-12-31', null)`);
    for (const division of [funded, late, idle]) await remeasure(tx, [{ register: 'poor-villages', division, month: '2014-01' }], '2014-01');
    await remeasure(tx, [{ register: 'poor-village-projects', division: funded, month: '2017-05' }, { register: 'poor-village-projects', division: late, month: '2018-03' }]);
    return { township: place, leader: await makePerson(tx, 'county-leader') };
  });
  const viewer = await viewerOf(leader);
  const asked = { area: areaOf(township), month: '2018-02', reading: 'true' } as const;
  expect(await readVillageGaps(viewer, asked)).toEqual({ underFunded: 2, poor: 3, unfinished: 1 });
  const { rows, count } = await indicatorRows(viewer, 'funds.village_project_floor_yuan', asked);
  expect([count, rows.filter(({ amount }) => amount < PROJECT_FLOOR_YUAN).length]).toEqual([3, 2]);
});
