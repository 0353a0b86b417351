import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { makePerson, makeTownship, makeVillage, making, type MadePerson, setClock } from '@/db/testing/fixtures';
import { makeReliefCase } from '@/db/testing/relief-fixtures';
import { readInbox } from '@/features/inbox/queries/read-inbox';
import { viewerOf } from '@/server/testing/asking';
import { escalateNext } from './escalate';

let township: MadePerson;
let elsewhere: MadePerson;
let id = 0;

/** A case applied for on 1 March; the village has three full days, to the end of the 4th. */
beforeAll(() => making(async (tx) => {
  await setClock(tx, '2018-03-01 09:00+08');
  const code = await makeTownship(tx);
  township = await makePerson(tx, 'relief-township-officer', { division: code });
  elsewhere = await makePerson(tx, 'relief-township-officer', { division: await makeTownship(tx) });
  id = (await makeReliefCase(tx, await makeVillage(tx, code))).id;
  await tx.execute(sql`update relief_cases set due_at = '2018-03-05 00:00+08' where id = ${id}`);
}), 120_000);

it('tells the level above once, from the instant on, and clears itself when the case moves', async () => {
  await making((tx) => setClock(tx, '2018-03-04 23:59:58+08'));
  expect(await escalateNext()).toBeNull();
  await making((tx) => setClock(tx, '2018-03-05 00:00+08'));
  expect((await Promise.all([1, 2, 3].map(escalateNext))).filter((told) => told !== null)).toEqual([id]);
  expect(await escalateNext()).toBeNull();
  const viewer = await viewerOf(township);
  expect((await readInbox(viewer, 1)).rows).toMatchObject([{ kind: 'relief-overdue', relief: { id, state: 'applied' }, settled: false }]);
  expect((await readInbox(await viewerOf(elsewhere), 1)).rows).toEqual([]);
  await asSystem('job', (tx) => tx.execute(sql`update relief_cases set state = 'withdrawn', version = version + 1 where id = ${id}`));
  expect((await readInbox(viewer, 1)).rows).toMatchObject([{ settled: true }]);
});
