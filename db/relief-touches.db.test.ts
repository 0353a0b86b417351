import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { asSystem, type Tx } from './fence';
import { book } from './ledger';
import { differences, measureAll, remeasure } from './measure';
import { donationTouches, fundTouches, reliefTouches, reliefTouchesOf, rulesTouches } from './relief-touches';
import { closeBatch, makeBatch, sendBatch, settleBatch } from './testing/batch-deeds';
import { apply, as, luckOf, makeReliefCounty, move, type ReliefCounty, review } from './testing/relief-deeds';

const COUNTY = '510823';
let county: ReliefCounty;
/** Never below any of the deeds' small chances, and never a failed card. */
const steady = Object.assign(() => 0.5, { of: (count: number) => Math.floor(count / 2), pick: <T>(list: readonly T[]) => list[0] as T });

beforeAll(async () => {
  county = await makeReliefCounty();
  await asSystem('job', (tx) => measureAll(tx));
}, 120_000);

const relief = async () => (await asSystem('job', (tx) => differences(tx), 'read')).filter(({ indicator }) => indicator.startsWith('relief.'));
const days = (count: number) => asSystem('job', (tx) => tx.execute(sql`update installation set value = (value::interval + make_interval(days => ${count}))::text where key = 'clock_offset'`));

/** A deed with its touches measured again in the same transaction, as a command does; nothing is out of step afterwards. */
async function deed(person: number | null, run: (tx: Tx) => Promise<unknown>, id = 1): Promise<void> {
  await as(person, async (tx) => {
    await run(tx);
    await remeasure(tx, await reliefTouches(tx, id));
  });
  expect(await relief()).toEqual([]);
}

test('every deed of a case measures again what it changed, months to come included', async () => {
  const { clerk, secretary, township, district, inspector, finance } = county.people as Record<keyof ReliefCounty['people'], [number, number]>;
  await deed(clerk[0], (tx) => apply(tx, county, clerk[0], steady));
  await days(6); // overdue: the row entered when the days were over
  await deed(secretary[0], (tx) => review(tx, 1, 'village', secretary[0], steady));
  await days(29); // into the next month
  await deed(township[0], (tx) => review(tx, 1, 'township', township[0], steady));
  await deed(null, async (tx) => {
    await tx.execute(sql`insert into relief_objections (case_id, notice_id, division, text, source) select case_id, id, division, '请核实', 'x' from relief_notices`);
  });
  await deed(inspector[0], (tx) => tx.execute(sql`update relief_objections set answered_at = county_now(), answered_by = ${inspector[0]}, answer = '已核', upheld = false`));
  await days(9);
  await deed(district[0], (tx) => review(tx, 1, 'district', district[0], steady));
  await deed(finance[0], (tx) => makeBatch(tx, finance[0], steady));
  await deed(finance[0], (tx) => sendBatch(tx, finance[0]));
  await deed(finance[0], (tx) => settleBatch(tx, finance[0], steady));
  await deed(finance[1], (tx) => closeBatch(tx, finance[1]));
  const { rows: [sums] } = await asSystem('job', (tx) => tx.execute<{ paid: number; amount: number; open: number; overdue: number }>(sql`
    select sum(change) filter (where indicator = 'relief.paid_yuan')::float8 as paid, (select amount / 100.0 from relief_cases)::float8 as amount,
      sum(change) filter (where indicator = 'relief.cases_open')::float8 as open, sum(change) filter (where indicator = 'relief.steps_overdue')::float8 as overdue
    from measurements where indicator like 'relief.%'`), 'read');
  expect(sums!.paid).toBeGreaterThan(0);
  expect(sums).toMatchObject({ paid: sums!.amount, open: 0, overdue: 0 });
});

test('a withdrawal ends what was awaited', async () => {
  const other = Object.assign(() => 0.5, { of: () => 0, pick: <T>(list: readonly T[]) => list[0] as T });
  const [clerk] = county.people.clerk as [number];
  await deed(clerk, (tx) => apply(tx, county, clerk, other), 2);
  await deed(clerk, (tx) => move(tx, 2, 'withdraw', clerk), 2);
});

test('donations, top-ups, rules and many cases at once', async () => {
  const [finance] = county.people.finance as [number];
  await as(finance, async (tx) => {
    const entry = await book(tx, { deed: 'donation', key: 'donation:1', amount: 12_300, madeBy: finance, bookedOn: '2018-02-11' });
    await tx.execute(sql`insert into donations (division, entry_id, receipt_no, kind, given_on, amount) values (${COUNTY}, ${entry}, 'r1', 'person', '2018-02-11', 12300)`);
    await remeasure(tx, donationTouches({ division: COUNTY, givenOn: '2018-02-11' }));
  });
  await as(finance, async (tx) => {
    await book(tx, { deed: 'interest', key: 'interest', amount: 100, madeBy: finance, bookedOn: '2018-01-21' });
    await remeasure(tx, fundTouches(COUNTY, ['2018-01-21']));
  });
  await as(finance, async (tx) => {
    await tx.execute(sql`insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source) values ('2018-06-01', 7, 3, 3, 5, 3100000, 15, 72, '后一版')`);
    await remeasure(tx, await rulesTouches(tx, COUNTY, '2018-06-01'));
    await tx.execute(sql`insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source) values ('2018-05-01', 7, 3, 3, 5, 3200000, 15, 72, '前一版')`);
    await remeasure(tx, await rulesTouches(tx, COUNTY, '2018-05-01'));
    const touched = await reliefTouchesOf(tx, [1, 2, 999]);
    expect(new Set(touched.map(({ register, division, month }) => `${register} ${division} ${month}`)).size).toBe(touched.length);
    await remeasure(tx, touched);
  });
  expect(await relief()).toEqual([]);
});

test('chance is the same in every run', () => {
  const [one, other] = [luckOf(7), luckOf(7)];
  expect([one(), one.of(9), one()]).toEqual([other(), other.of(9), other()]);
});
