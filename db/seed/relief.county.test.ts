import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { RELIEF_CAUSES, RELIEF_STATES } from '@/domain/relief';
import { bankFile } from '@/domain/bank-file';
import { isCardNumber } from '@/domain/card';
import { isIdNumber } from '@/domain/id-number';
import { asSystem } from '../fence';
import { openedLines, readLayout } from '../relief-batches';
import { fingerprint, open } from '../vault';
import { RELIEF } from './shape';

const rows = <T extends Record<string, unknown>>(query: string) => asSystem('job', async (tx) => (await tx.execute<T>(sql.raw(query))).rows, 'read');
const count = async (query: string) => Number((await rows<{ n: number }>(`select count(*) as n from ${query}`))[0]!.n);
const IN_2017 = `(c.applied_at at time zone 'Asia/Shanghai') < '2018-01-01'`;

test('31 applications of 2017, each of another household of another township, all helped: 63,000 yuan', async () => {
  const [found] = await rows<{ cases: number; homes: number; townships: number; paid: number; fen: number }>(`
    select count(*)::int as cases, count(distinct subject_key)::int as homes, count(distinct left(division, 9))::int as townships, count(*) filter (where state = 'paid')::int as paid, sum(amount)::int as fen
    from relief_cases c where ${IN_2017}`);
  expect(found).toEqual({ cases: 31, homes: 31, townships: 31, paid: 31, fen: 6_300_000 });
  expect(await count(`relief_cases c join households h on h.id = c.household_id where h.exited_on < c.applied_at`)).toBe(await count('relief_cases where household_id is not null'));
  const causes = await rows<{ cause: string; n: number }>(`select cause, count(*)::int as n from relief_cases c where ${IN_2017} group by cause`);
  for (const cause of RELIEF_CAUSES) expect(causes.find((each) => each.cause === cause)!.n).toBeGreaterThanOrEqual(5);
});

test('a case waits in every state in the running months', async () => {
  const states = await rows<{ state: string }>(`select distinct state from relief_cases c where not ${IN_2017}`);
  expect(states.map(({ state }) => state).sort()).toEqual([...RELIEF_STATES].sort());
  expect(await count(`relief_cases c join relief_notices n on n.case_id = c.id where c.state = 'noticed' and n.closes_at > county_now() and not exists (select from relief_objections o where o.case_id = c.id)`)).toBeGreaterThan(0);
  expect(await count(`relief_cases c join relief_notices n on n.case_id = c.id where c.state = 'noticed' and n.closes_at <= county_now() and not exists (select from relief_objections o where o.case_id = c.id)`)).toBeGreaterThan(0);
  expect(await count(`relief_cases c join relief_objections o on o.case_id = c.id where c.state = 'noticed' and o.answered_at is null`)).toBe(1);
  expect(await count(`relief_cases where household_id is null and state <> 'received'`)).toBe(1);
  expect(await count(`relief_cases where due_at < county_now()`)).toBeGreaterThan(0);
  expect(await count(`relief_batches where state <> 'closed'`)).toBe(1);
});

test('whatever was approved has passed its gates, and the approval could be given as it was', async () => {
  expect(await rows(`select no, relief_gate(id) as gate from relief_cases where state in ('approved', 'batched', 'failed', 'paid') and relief_gate(id) is not null`)).toEqual([]);
  expect(await rows(`select c.no from relief_cases c join relief_steps s on s.case_id = c.id and s.verb = 'approve' join relief_notices n on n.case_id = c.id where s.at < n.closes_at`)).toEqual([]);
  expect(await rows(`select c.no from relief_cases c join relief_objections o on o.case_id = c.id join relief_steps s on s.case_id = c.id and s.verb = 'approve' join relief_notices n on n.id = o.notice_id
    where o.answered_at > s.at or o.at >= n.closes_at or o.at < n.opens_at`)).toEqual([]);
  expect(await count(`relief_cases where state in ('approved', 'batched') and relief_usable_card(id) is null`)).toBe(0);
  expect(await count(`relief_steps where at > county_now()`)).toBe(0);
});

test('the steps of 2017 kept their days, and each officer held the post', async () => {
  const late = await rows(`
    select w.no, w.verb from (select c.no, s.verb, s.at, lag(s.at) over turn as before, lag(s.verb) over turn as led
      from relief_steps s join relief_cases c on c.id = s.case_id where ${IN_2017} and s.verb in ('apply', 'review', 'recheck', 'approve') window turn as (partition by s.case_id order by s.id)) as w
    where w.at >= ((w.before at time zone 'Asia/Shanghai')::date + 1 + case w.led when 'recheck' then ${RELIEF.rules.noticeDays + RELIEF.rules.districtDays} else 3 end)::timestamp at time zone 'Asia/Shanghai'`);
  expect(late).toEqual([]);
  expect(await rows(`select s.id, s.part from relief_steps s where s.person_id is not null and not exists (
    select from appointments a where a.person_id = s.person_id and a.starts_on <= (s.at at time zone 'Asia/Shanghai')::date and (a.ends_on is null or a.ends_on > (s.at at time zone 'Asia/Shanghai')::date)
      and s.division like case a.duty when 'relief-village-clerk' then a.division when 'first-secretary' then a.division when 'relief-township-officer' then a.division || '%' else '%' end
      and a.duty = any(case s.part when 'applicant' then array['relief-village-clerk'] when 'village' then array['first-secretary'] when 'township' then array['relief-township-officer'] when 'district' then array['relief-district-officer']
        when 'objection' then array['inspector'] else array['finance-officer'] end))`)).toEqual([]);
});

test('the fund was founded, touched its floor once, was topped up in time, and kept the floor at the end of each month', async () => {
  const tasks = await rows<{ in_time: boolean }>(`select closed_at < due_at as in_time from top_up_tasks`);
  expect(tasks).toEqual([{ in_time: true }]);
  const ends = await rows<{ month: string; available: number }>(`
    select to_char(m.day, 'YYYY-MM') as month, (select -sum(p.amount)::float8 from fund_postings p join fund_entries e on e.id = p.entry_id where p.account = 'unreserved' and e.booked_on < m.day + interval '1 month') as available
    from generate_series('2017-01-01'::timestamp, '2018-02-01', '1 month') as m (day)`);
  expect(ends).toHaveLength(14);
  for (const { available } of ends) expect(available).toBeGreaterThanOrEqual(RELIEF.rules.floor);
  const [october] = await rows<{ fen: number; kinds: number; anonymous: number }>(`
    select sum(amount)::int as fen, count(distinct kind)::int as kinds, count(*) filter (where donor is null)::int as anonymous from donations where given_on >= '2017-10-01' and given_on < '2017-11-01'`);
  expect(october).toEqual({ fen: 92_000_000, kinds: 4, anonymous: RELIEF.people.anonymous });
});

test('cards and typed ID numbers open and check', async () => {
  const cards = await rows<{ id: number; card: Buffer; tail: string }>(`select id, card, card_tail as tail from relief_cards`);
  for (const { id, card, tail } of cards) {
    const digits = open(card, `relief_cards:${id}:card`);
    expect(isCardNumber(digits)).toBe(true);
    expect(digits.slice(-4)).toBe(tail);
  }
  const typed = await rows<{ id: number; number: Buffer }>(`select id, id_number as number from relief_people where id_number is not null`);
  expect(typed).toHaveLength(3);
  for (const { id, number } of typed) expect(isIdNumber(open(number, `relief_people:${id}:id_number`))).toBe(true);
});

test('a clerk has a relative on the registry of the village, on no case', async () => {
  expect(await count(`kinships k join members m on m.id_hash = k.id_hash join appointments a on a.person_id = k.person_id and a.division = m.division`)).toBe(1);
  expect(await count(`kinships k join relief_people p on p.id_hash = k.id_hash`)).toBe(0);
});

test('the file of each batch that was sent can be taken again, byte for byte', async () => {
  const batches = await rows<{ id: number; no: string; day: string; hash: string }>(`
    select id, no, to_char(made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, file_hash as hash from relief_batches where file_hash is not null order by id`);
  expect(batches.length).toBeGreaterThan(5);
  const made = await asSystem('job', async (tx) => {
    const hashes = [];
    for (const { id, no, day } of batches) hashes.push(createHash('sha256').update(bankFile({ no, day, layout: await readLayout(tx, no), lines: await openedLines(tx, id) }, fingerprint)).digest('hex'));
    return hashes;
  }, 'read');
  expect(made).toEqual(batches.map(({ hash }) => hash));
  expect(await count(`installation where key like 'bank_columns:%'`)).toBe(batches.length);
});
