import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { book } from '@/db/ledger';
import { makeFailedCase } from '@/db/testing/approved-case';
import { makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import { areaOf } from '@/domain/area';
import { viewerOf } from '@/server/testing/asking';
import { readRelief } from './relief';

it('counts the ground’s cases by state with those over their days, beside the fund; nothing where there is no case', async () => {
  const { village, other, leader, secretary, finance } = await making(async (tx) => {
    await setClock(tx, '2018-03-02 10:00+08');
    const place = await makeVillage(tx, await makeTownship(tx));
    const elsewhere = await makeTownship(tx);
    return { village: place, other: elsewhere, leader: await makePerson(tx, 'county-leader'), secretary: await makePerson(tx, 'township-secretary', { division: elsewhere }), finance: await makePerson(tx, 'finance-officer') };
  });
  const county = areaOf(village.slice(0, 6));
  expect(await readRelief(await viewerOf(leader), county)).toBeNull();
  await making((tx) => book(tx, { deed: 'donation', key: 'wall', amount: 1_000, madeBy: null }));
  await makeFailedCase(village, finance.personId);
  await makeFailedCase(village, finance.personId);
  await making((tx) => tx.execute(sql`update relief_cases set due_at = '2018-03-01' where id = (select max(id) from relief_cases)`));
  expect(await readRelief(await viewerOf(leader), county)).toEqual({ standing: { balance: 1_000, reserved: 20, available: 980 }, floor: 100_000_000, states: [{ state: 'failed', count: 2 }], overdue: 1 });
  expect(await readRelief(await viewerOf(secretary), areaOf(other))).toBeNull();
});
