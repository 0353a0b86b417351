import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { asSystem } from '@/db/fence';
import { settled } from '@/db/inbox';
import { book } from '@/db/ledger';
import { making, makePerson, setClock } from '@/db/testing/fixtures';
import { tellTopUp } from './top-up';

beforeAll(() => making(async (tx) => {
  await setClock(tx, '2018-03-01 08:00+08');
  await tx.execute(sql`
    insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source) values ('2017-01-01', 7, 5, 5, 5, 100000000, 30, 72, '测试办法')`);
  await book(tx, { deed: 'top-up', key: 'test:1', amount: 99_999_999, madeBy: null });
}), 120_000);

const told = async () => (await asSystem('job', (tx) => tx.execute<{ count: number }>(sql`select count(*)::int as count from inbox_messages where kind = 'top-up'`), 'read')).rows[0]?.count;
const of = async (person: number) => (await asSystem('job', (tx) => tx.execute(sql`select m.kind, ${settled} as settled from inbox_messages m where m.person_id = ${person}`), 'read')).rows;

it('is told once, to county leaders and the office, when its days are over; and is settled when the fund is full', async () => {
  const { leader, office } = await making(async (tx) => {
    await makePerson(tx, 'finance-officer');
    return { leader: await makePerson(tx, 'county-leader'), office: await makePerson(tx, 'office-reviewer') };
  });
  expect(await tellTopUp()).toBeNull();
  await making((tx) => setClock(tx, '2018-03-31 23:59:30+08'));
  expect(await tellTopUp()).toBeNull();
  await making((tx) => setClock(tx, '2018-04-01 00:00+08'));
  const both = await Promise.all([tellTopUp(), tellTopUp()]);
  expect(both.filter((id) => id !== null)).toHaveLength(1);
  expect(await tellTopUp()).toBeNull();
  expect(await told()).toBe(2);
  for (const person of [leader, office]) expect(await of(person.personId)).toEqual([{ kind: 'top-up', settled: false }]);
  await making((tx) => book(tx, { deed: 'top-up', key: 'test:2', amount: 1, madeBy: null }));
  expect(await of(leader.personId)).toEqual([{ kind: 'top-up', settled: true }]);
});
