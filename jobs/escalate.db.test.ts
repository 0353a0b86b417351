import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { settled } from '@/db/inbox';
import { makePerson, makeReliefRules, makeTownship, makeVillage, making, type MadePerson, setClock } from '@/db/testing/fixtures';
import { makeReliefCase } from '@/db/testing/relief-fixtures';
import { escalateNext } from './escalate';

let township: MadePerson;
let id = 0;

/** A case applied for on 1 March; the village has three full days, to the end of the 4th. */
beforeAll(() => making(async (tx) => {
  await setClock(tx, '2018-03-01 09:00+08');
  const code = await makeTownship(tx);
  township = await makePerson(tx, 'relief-township-officer', { division: code });
  await makePerson(tx, 'relief-township-officer', { division: await makeTownship(tx) });
  id = (await makeReliefCase(tx, await makeVillage(tx, code))).id;
  await tx.execute(sql`update relief_cases set due_at = '2018-03-05 00:00+08' where id = ${id}`);
}), 120_000);

const told = async () => (await asSystem('job', (tx) => tx.execute(sql`
  select m.person_id as person, m.relief_case_id as relief, m.relief_state as state, ${settled} as settled from inbox_messages m where m.kind = 'relief-overdue' order by m.id`))).rows;

it('tells the level above once, from the instant on, and clears itself when the case moves', async () => {
  await making((tx) => setClock(tx, '2018-03-04 23:59:58+08'));
  expect(await escalateNext()).toBeNull();
  await making((tx) => setClock(tx, '2018-03-05 00:00+08'));
  expect((await Promise.all([1, 2, 3].map(escalateNext))).filter((told) => told !== null)).toEqual([id]);
  expect(await escalateNext()).toBeNull();
  expect(await told()).toEqual([{ person: township.personId, relief: id, state: 'applied', settled: false }]);
  await asSystem('job', (tx) => tx.execute(sql`update relief_cases set state = 'withdrawn', version = version + 1 where id = ${id}`));
  expect(await told()).toMatchObject([{ settled: true }]);
});

it('tells it too of what a household handed in itself and its village left lying', async () => {
  const own = await making(async (tx) => {
    await setClock(tx, '2018-03-08 09:00+08');
    const { rows: [place] } = await tx.execute<{ division: string }>(sql`select division from relief_cases where id = ${id}`);
    const { rows: [made] } = await tx.execute<{ id: number }>(sql`
      insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, state, receipt_hash, due_at)
      values ('JZ2018-0900', ${place!.division}, '甲', 'r:900', 'household', 'illness', '住院', 2018, ${await makeReliefRules(tx)}, 'received', 'r900', '2018-03-08 00:00+08') returning id`);
    return made!.id;
  });
  expect(await escalateNext()).toBe(own);
  expect((await told()).at(-1)).toMatchObject({ person: township.personId, relief: own, state: 'received', settled: false });
});
