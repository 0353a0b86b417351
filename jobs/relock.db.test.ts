import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { issueChecklists } from '@/db/checklist-issue';
import { makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { tellRelocked } from './relock';

let filers: number[];
let granter: number;

/** Three exceptions until 15 March: missed, filed in time, and missed but granted anew. */
beforeAll(() => making(async (tx) => {
  await setClock(tx, '2018-03-12 09:00+08');
  await tx.execute(sql`insert into checklist_templates (filer_kind, from_month) values ('first-secretary', '2014-01')`);
  const township = await makeTownship(tx);
  const people = [];
  for (let at = 0; at < 3; at++) people.push(await makePerson(tx, 'first-secretary', { division: await makeVillage(tx, township) }));
  granter = (await makePerson(tx, 'office-reviewer')).personId;
  filers = people.map(({ personId }) => personId);
  await issueChecklists(tx, '2018-02');
  const grant = (until: string, person: number) => tx.execute(sql`
    insert into filing_exceptions (checklist_id, division, person_id, granted_by, expires_at, reason)
    select id, division, person_id, ${granter}, ${until}::timestamptz, '住院治疗' from checklists where person_id = ${person}`);
  for (const person of filers) await grant('2018-03-16 00:00+08', person);
  await grant('2018-03-20 00:00+08', filers[2]!);
  await tx.execute(sql`update checklists set state = 'submitted', first_submitted_at = county_now() where person_id = ${filers[1]}`);
}), 120_000);

it('tells filer and granter once, at the instant, and only of what was missed for good', async () => {
  const all = async (clock: string) => {
    await making((tx) => setClock(tx, clock));
    const told: number[] = [];
    for (let next = await tellRelocked(); next !== null; next = await tellRelocked()) told.push(next);
    return told.length;
  };
  expect(await all('2018-03-15 23:59:58+08')).toBe(0);
  expect(await all('2018-03-16 00:00+08')).toBe(3);
  expect(await all('2018-03-16 00:01+08')).toBe(0);
  const { rows } = await making((tx) => tx.execute<{ person: number }>(sql`select person_id as person from inbox_messages where kind = 'relocked' order by id`));
  expect(rows.map(({ person }) => person)).toEqual([filers[0], granter]);
});

it('is worked once, by however many', async () => {
  await making((tx) => setClock(tx, '2018-03-20 00:00+08'));
  const told = await Promise.all(Array.from({ length: 5 }, tellRelocked));
  expect(told.filter((id) => id !== null)).toHaveLength(1);
});
