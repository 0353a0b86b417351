import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem, fenced } from '@/db/fence';
import { readStanding } from '@/db/ledger';
import { makeApprovedCase } from '@/db/testing/approved-case';
import { makePerson, makeTownship, makeVillage, making, setClock } from '@/db/testing/fixtures';
import type { Duty } from '@/domain/command';
import type { Viewer } from '@/domain/viewer';
import { outcome, refusal, viewerOf } from '@/server/testing/asking';
import { publicViewer } from '@/server/viewer';
import { readFund as readPublicFund } from '@/features/public/queries/read-fund';
import { readFund } from '../queries/read-fund';
import { findDonation } from '../queries/find-donation';
import { listEntries } from '../queries/list-entries';
import { recordInterest } from './interest';
import { openCampaign } from './open-campaign';
import { recordDonation } from './record-donation';
import { reverseEntry } from './reverse';
import { recordTopUp } from './top-up';

let finance: Viewer;
let auditor: Viewer;
let others: Viewer[];
const key = () => crypto.randomUUID();
const gift = (changed: object = {}) => ({ key: key(), donor: '剑门关酒店', kind: 'enterprise', amount: '1,234.50', day: '2018-03-01', ...changed });
const income = (changed: object = {}) => ({ key: key(), amount: '1000000', day: '2018-03-01', note: '县财政拨款文件1号', ...changed });
const standing = () => asSystem('job', (tx) => readStanding(tx), 'read');
const trail = (command: string) => fenced(auditor, async (tx) => (await tx.execute<{ after: Record<string, unknown>; before: unknown; id: string }>(sql`
  select after, before, subject_id as id from audits where command = ${command} order by id`)).rows);

beforeAll(async () => {
  const made = await making(async (tx) => {
    await setClock(tx, '2018-03-02 10:00+08');
    const village = await makeVillage(tx, await makeTownship(tx));
    await tx.execute(sql`
      insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source) values ('2017-01-01', 7, 5, 5, 5, 100000000, 30, 72, '测试办法')`);
    const duties: Duty[] = ['finance-officer', 'auditor', 'county-leader', 'office-reviewer', 'relief-district-officer', 'system-administrator'];
    const people = [];
    for (const duty of duties) people.push(await makePerson(tx, duty));
    return [...people, await makePerson(tx, 'relief-village-clerk', { division: village }), await makePerson(tx, 'first-secretary', { division: village })];
  });
  [finance, auditor, ...others] = (await Promise.all(made.map(viewerOf))) as [Viewer, Viewer, ...Viewer[]];
});

describe('the fund’s books', () => {
  it('are kept by the finance officer alone', async () => {
    const entry = await recordTopUp(finance, income({ amount: '1' }));
    for (const viewer of [auditor, ...others]) {
      const asked = [recordDonation(viewer, gift()), recordTopUp(viewer, income()), recordInterest(viewer, income()), reverseEntry(viewer, { id: entry.id, reason: '记错了一笔' }), openCampaign(viewer, { name: '捐款日', nameEn: 'Day', fromDay: '2018-10-17', toDay: '2018-10-17' })];
      expect(await Promise.all(asked.map(outcome))).toEqual(asked.map(() => 'forbidden'));
    }
  });

  it('take a donation with a receipt number, once for a form, and leave an audit row', async () => {
    const before = await standing();
    const given = gift();
    const done = await recordDonation(finance, given);
    expect(done.receiptNo).toMatch(/^JZS2018\d{6}$/);
    expect(await recordDonation(finance, given)).toEqual({ id: done.id, already: true });
    expect(await standing()).toEqual({ ...before, balance: before.balance + 123_450, available: before.available + 123_450 });
    expect(await findDonation(finance, done.id)).toMatchObject({ receiptNo: done.receiptNo, donor: '剑门关酒店', amount: 123_450, givenOn: '2018-03-01', reversed: false });
    expect((await trail('donation.record')).filter(({ id }) => id === String(done.id))).toMatchObject([{ before: null, after: { receiptNo: done.receiptNo, amount: 123_450 } }]);
    expect(await findDonation(others.at(-1) as Viewer, done.id)).toBeNull();
  });

  it('keep no name of whoever gives without one, not even in the trail', async () => {
    const done = await recordDonation(finance, gift({ anonymous: 'on', donor: '不愿留名的人', kind: 'person' }));
    expect(await findDonation(finance, done.id)).toMatchObject({ donor: null });
    const { rows } = await asSystem('job', (tx) => tx.execute<{ text: string }>(sql`
      select concat((select json_agg(d) from donations d), (select json_agg(e) from fund_entries e)) as text`), 'read');
    expect(rows[0]?.text + JSON.stringify(await trail('donation.record'))).not.toContain('不愿留名的人');
  });

  it('number receipts one after the other, whoever is fast', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => recordDonation(finance, gift())));
    expect(new Set(all.map(({ receiptNo }) => receiptNo)).size).toBe(6);
    const numbers = all.map(({ receiptNo }) => Number(receiptNo?.slice(7))).sort((a, b) => a - b);
    expect(numbers.at(-1)! - numbers[0]!).toBe(5);
    expect((await recordDonation(finance, gift({ day: '2017-10-17' }))).receiptNo).toBe('JZS2017000001');
  });

  it('refuse what is none: amounts, days, names, collections', async () => {
    for (const amount of ['0', '-1', '1.234', '1e3', '', 'x', '99999999999']) expect(await outcome(recordDonation(finance, gift({ amount }))), amount).toBe('invalid');
    expect(await outcome(recordDonation(finance, gift({ day: '2018-03-03' })))).toBe('invalid');
    expect(await outcome(recordDonation(finance, gift({ donor: '' })))).toBe('invalid');
    expect(await outcome(recordDonation(finance, gift({ campaign: 'none' })))).toBe('invalid');
    expect(await outcome(recordTopUp(finance, income({ day: '2019-01-01' })))).toBe('invalid');
    expect(await outcome(recordInterest(finance, income({ note: '' })))).toBe('invalid');
  });

  it('open a collection once, and take donations to it on its days', async () => {
    const open = { name: '扶贫日捐款', nameEn: 'Day of 17 October', fromDay: '2017-10-17', toDay: '2017-10-17' };
    const [first, second] = await Promise.all([outcome(openCampaign(finance, open)), outcome(openCampaign(finance, open))]);
    expect([first, second].sort()).toEqual(['conflict', 'done']);
    const given = await recordDonation(finance, gift({ campaign: '2017-10-17-1', day: '2017-10-17' }));
    expect(await findDonation(finance, given.id)).toMatchObject({ campaign: '扶贫日捐款' });
    expect(await outcome(recordDonation(finance, gift({ campaign: '2017-10-17-1', day: '2017-10-18' })))).toBe('invalid');
    expect(await outcome(openCampaign(finance, { ...open, name: '另一次', toDay: '2017-10-16' }))).toBe('invalid');
    expect(await trail('campaign.open')).toMatchObject([{ id: '2017-10-17-1', after: { name: '扶贫日捐款' } }]);
  });

  it('take a mistake back once, with a reason; two at once: one', async () => {
    const before = await standing();
    const { id } = await recordTopUp(finance, income());
    const both = await Promise.all([1, 2].map(() => outcome(reverseEntry(finance, { id, reason: '重复记账，冲回' }))));
    expect(both.sort()).toEqual(['conflict', 'done']);
    expect(await standing()).toEqual(before);
    const { rows: [last] } = await listEntries(finance, 1);
    expect(last).toMatchObject({ deed: 'reversal', reverses: id, note: '重复记账，冲回' });
    expect((await refusal(reverseEntry(finance, { id: last!.id, reason: '冲回冲销' }))).reason).toBe('fund-not-income');
    expect(await outcome(reverseEntry(finance, { id: 2_000_000_000, reason: '没有这一笔' }))).toBe('not-found');
    expect(await trail('fund.reverse')).toMatchObject([{ after: { reverses: id, reason: '重复记账，冲回' } }]);
  });

  it('stand a top-up task open below the floor, and close it at it', async () => {
    await recordInterest(finance, income({ amount: '12.34', note: '一季度结息单' }));
    const low = await readFund(finance);
    expect(low?.task).toMatchObject({ shortfall: 100_000_000 - low!.standing.available, dueAt: new Date('2018-04-01T16:00:00Z') });
    const { id } = await recordTopUp(finance, income());
    expect(await readFund(finance)).toMatchObject({ floor: 100_000_000, task: null });
    const month = (await readFund(finance))!.months.at(-1);
    expect(month).toMatchObject({ month: '2018-03', spending: 0 });
    await reverseEntry(finance, { id, reason: '测试后冲回' });
    expect((await readFund(finance))?.task).not.toBeNull();
  });

  it('say what was available at the end of each month: what came in before the twelve, in them, and what was taken back', async () => {
    const held = async () => Object.fromEntries((await readFund(finance)).held.map(({ month, available }) => [month, available]));
    const before = await held();
    await recordTopUp(finance, income({ amount: '300', day: '2016-05-01' }));
    const gift17 = await recordTopUp(finance, income({ amount: '50', day: '2017-11-30' }));
    await recordInterest(finance, income({ amount: '7', day: '2018-02-28', note: '二月结息单' }));
    await reverseEntry(finance, { id: gift17.id, reason: '文件撤销，冲回' });
    const after = await held();
    const gained = (month: string) => after[month]! - before[month]!;
    expect(Object.keys(after)).toHaveLength(13);
    expect(['2017-03', '2017-10', '2017-11', '2018-01', '2018-02', '2018-03'].map(gained)).toEqual([30_000, 30_000, 35_000, 35_000, 35_700, 30_700]);
    expect(after['2018-03']).toBe((await standing()).available);
    const village = await making(async (tx) => makeVillage(tx, await makeTownship(tx)));
    const reviewers = await making(async (tx) => [await makePerson(tx, 'relief-village-clerk', { division: village }), await makePerson(tx, 'relief-township-officer', { division: village.slice(0, 9) }), await makePerson(tx, 'relief-district-officer')] as const);
    await makeApprovedCase(village, [reviewers[0].personId, reviewers[1].personId, reviewers[2].personId], { amount: 10_000 });
    expect((await held())['2018-03']).toBe(after['2018-03']! - 10_000);
    const published = (await readPublicFund(publicViewer())).months.map(({ month, available }) => [month, available]);
    expect(Object.fromEntries(published)).toEqual(Object.fromEntries(Object.entries(await held()).slice(1)));
  });
});
