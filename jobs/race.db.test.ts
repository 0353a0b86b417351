import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { makePerson, makeTownship, makeVillage, setClock } from '@/db/testing/fixtures';
import { tick } from './ticker';

let secretary: number;

beforeAll(async () => {
  await asSystem('job', async (tx) => {
    await setClock(tx, '2018-03-01 09:00+08');
    await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01')`);
    secretary = (await makePerson(tx, 'first-secretary', { division: await makeVillage(tx, await makeTownship(tx)) })).personId;
  });
}, 120_000);

it('works each occasion once, however many tick at the same time', async () => {
  const running = new AbortController().signal;
  const ticks = () => Promise.all(Array.from({ length: 6 }, () => tick(running)));
  await ticks();
  await asSystem('job', (tx) => setClock(tx, '2018-05-20 12:00+08'));
  await ticks();
  await ticks();
  const { rows } = await asSystem('job', (tx) => tx.execute<{ job: string; runs: number }>(sql`select job, count(*)::int as runs from job_runs group by job order by job`));
  expect(rows).toEqual([{ job: 'close', runs: 2 }, { job: 'issue', runs: 3 }, { job: 'newcomers', runs: 2 }, { job: 'remind', runs: 6 }]);
  const { rows: issued } = await asSystem('job', (tx) => tx.execute<{ months: string }>(sql`select string_agg(month, ' ' order by month) as months from checklists where person_id = ${secretary}`));
  expect(issued[0]?.months).toBe('2018-03 2018-04 2018-05');
});

it('does nothing after the signal', async () => {
  const stopped = AbortSignal.abort();
  await asSystem('job', (tx) => setClock(tx, '2018-08-20 12:00+08'));
  await tick(stopped);
  const { rows } = await asSystem('job', (tx) => tx.execute(sql`select from job_runs where occasion > '2018-06'`));
  expect(rows).toHaveLength(0);
});
