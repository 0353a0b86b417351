import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { areaOf } from '@/domain/area';
import { drawSample } from '@/domain/spot-check';
import { viewerFor } from '@/server/viewer';
import { readSamples } from './samples';
import { readSpotChecks } from './spot-check';

const MONTH = '2018-01';

async function as(username: string) {
  const { rows } = await asSystem('job', (tx) => tx.execute<{ id: number }>(sql`select id from accounts where username = ${username}`), 'read');
  return (await viewerFor(rows[0]!.id))!;
}

/** What a squad could have drawn from: verified on its ground before the instant. */
async function verifiedBefore(zone: number, instant: number): Promise<number[]> {
  const { rows } = await asSystem('job', (tx) => tx.execute<{ id: number }>(sql`
    select c.id from checklists c join divisions d on d.code = left(c.division, 9) and d.level = 'township' and d.zone_no = ${zone}
    where c.month = ${MONTH} and (select s.verb from checklist_steps s where s.checklist_id = c.id and s.at < to_timestamp(${instant}::float8 / 1000) order by s.at desc, s.id desc limit 1) = 'verify' order by c.id`), 'read');
  return rows.map(({ id }) => id);
}

it.each([['squad-01', 1, 8, 6], ['squad-03', 3, 6, 4]] as const)('%s has drawn a sample of January that its seed gives again, and has more of it to look into', async (name, zone, size, checked) => {
  const squad = await as(name);
  const [sample, ...others] = await readSamples(squad, squad.scope.area!, MONTH);
  expect(others).toEqual([]);
  const population = await verifiedBefore(zone, sample!.drawnAt);
  expect([sample!.population, sample!.drawn.map(({ checklistId }) => checklistId)]).toEqual([population.length, drawSample(sample!.seed, population, size)]);
  expect(sample!.drawn.filter(({ result }) => result !== null).length).toBe(checked);
  expect(sample!.drawn.filter(({ result }) => result === 'challenged').length).toBe(1);
});

it('the office finds both: one challenge is answered and closed, the other waits for its filer', async () => {
  const office = await as('office');
  const drawn = (await readSamples(office, areaOf('510823'), MONTH)).flatMap((sample) => sample.drawn).filter(({ result }) => result === 'challenged');
  const found = await Promise.all(drawn.map(async ({ checklistId }) => (await readSpotChecks(office, checklistId)).findings.map(({ closedAt }) => closedAt !== null)));
  expect(found).toEqual([[true], [false]]);
});
