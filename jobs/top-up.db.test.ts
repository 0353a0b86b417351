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

it('opens as soon as rules with a higher floor are in force, and closes when they fall, though nothing is booked', async () => {
  const open = async () => (await asSystem('job', (tx) => tx.execute(sql`
    select floor::float8 as floor, shortfall::float8 as shortfall, to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as due from top_up_tasks where closed_at is null`), 'read')).rows;
  const publish = (from: string, floor: number) => making((tx) => tx.execute(sql`
    insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source) values (${from}, 7, 5, 5, 5, ${floor}, 10, 72, '修订办法')`));
  await publish('2018-05-01', 120_000_000);
  await publish('2018-06-01', 110_000_000);
  await publish('2018-07-01', 100_000_000);
  for (const [clock, found] of [
    ['2018-04-30 23:59+08', []],
    ['2018-05-01 00:00+08', [{ floor: 120_000_000, shortfall: 20_000_000, due: '2018-05-12' }]],
    ['2018-06-01 00:00+08', [{ floor: 110_000_000, shortfall: 10_000_000, due: '2018-05-12' }]],
    ['2018-07-01 00:00+08', []],
  ] as const) {
    await making((tx) => setClock(tx, clock));
    await tellTopUp();
    expect(await open(), clock).toEqual(found);
  }
});

it('writes nothing while nothing changes: every wall would be read anew', async () => {
  await making((tx) => tx.execute(sql`insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source) values ('2018-07-01', 7, 5, 5, 5, 130000000, 10, 72, '再次修订')`));
  await tellTopUp();
  const version = async () => (await asSystem('job', (tx) => tx.execute<{ xmin: string }>(sql`select concat(xmin, ' ', xmax) as xmin from top_up_tasks where closed_at is null`), 'read')).rows[0]?.xmin;
  const before = await version();
  expect(before).toBeDefined();
  await tellTopUp();
  expect(await version()).toBe(before);
});
