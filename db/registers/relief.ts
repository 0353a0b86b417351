import { type SQL, sql } from 'drizzle-orm';
import type { RegisterName } from '@/domain/indicators';
import { RELIEF_MOVES, RELIEF_VERBS } from '@/domain/relief';
import { MEASURED_DAY } from '../measured-day';

/**
 * The relief fund. A case's rows are named by its number, never by a person, and hang on its village; their key begins with the
 * case's id. The fund's money hangs on the county's own code. Days are the county's, in Asia/Shanghai.
 */
const dayOf = (at: SQL): SQL => sql`(${at} at time zone 'Asia/Shanghai')::date`;
const COUNTY: SQL = sql`(select d.code from divisions d where d.level = 'county')`;
const listed = (values: readonly string[]): SQL => sql.raw(values.map((value) => `'${value}'`).join(', '));

/** The verbs that lead a case to one of these states. */
const leadingTo = (...states: readonly string[]): SQL => listed(RELIEF_VERBS.filter((verb) => states.includes(RELIEF_MOVES[verb].to)));

const OVER = leadingTo('paid', 'refused', 'withdrawn');

/** Payments that stand: one that the bank sent back is none, whenever it was made. */
const payments = (where: SQL): SQL => sql`
  select c.id || ':' || l.id as key, l.id as ord, l.division, ${dayOf(sql`l.settled_at`)} as since, null::date as until, l.amount, c.no as label, 'relief' as kind
  from relief_batch_lines l join relief_cases c on c.id = l.case_id where l.state = 'paid' and ${where}`;

const donationsIn = (where: SQL): SQL => sql`
  select d.id::text as key, d.id as ord, d.division, d.given_on as since, null::date as until, d.amount, d.receipt_no as label, 'donation' as kind
  from donations d where ${where} and not exists (select from fund_entries e where e.reverses_id = d.entry_id)`;

/** What entries add to some accounts; an entry that moves nothing in or out of them is no row. */
const movements = (accounts: readonly string[], sign: 1 | -1): SQL => sql`
  select e.id::text as key, e.id as ord, ${COUNTY} as division, e.booked_on as since, null::date as until, ${sql.raw(String(sign))} * p.amount as amount,
    coalesce(e.note, (select d.receipt_no from donations d where d.entry_id = e.id),
      (select c.no from relief_cases c where c.id = coalesce(e.case_id, (select l.case_id from relief_batch_lines l where l.id = e.line_id))), e.key) as label, 'fund-entry' as kind
  from fund_entries e join (
    select q.entry_id, sum(q.amount) as amount from fund_postings q where q.account in (${listed(accounts)}) group by q.entry_id having sum(q.amount) <> 0
  ) as p on p.entry_id = e.id`;

const villageVisits = (where: SQL): SQL => sql`
  select c.id || ':' || v.id as key, v.id as ord, v.division, v.visited_on as since, null::date as until, 1 as amount, c.no as label, 'relief' as kind
  from relief_visits v join relief_cases c on c.id = v.case_id where v.part = 'village' and ${where}`;

const passed = (verbs: readonly string[], where: SQL): SQL => sql`
  select c.id || ':' || s.id as key, s.id as ord, s.division, ${dayOf(sql`s.at`)} as since, null::date as until, 1 as amount, c.no as label, 'relief' as kind
  from relief_steps s join relief_cases c on c.id = s.case_id where s.verb in (${listed(verbs)}) and ${where}`;
const REVIEWS = ['review', 'recheck', 'approve'];

/**
 * Moving steps with whose review is awaited after them (null: nobody's), the days it may take, the day those are over, and the day
 * and the verb of the next move. The district's days begin with the notice, and run for the notice's and its own.
 */
export const RELIEF_WAITS: SQL = sql`
  select s.id, s.case_id, s.division, awaited.part, awaited.most, ${dayOf(sql`s.at`)} as since, ${dayOf(sql`s.at`)} + 1 + awaited.most as due,
    ${dayOf(sql`lead(s.at) over (partition by s.case_id order by s.id)`)} as until, lead(s.verb) over (partition by s.case_id order by s.id) as ended
  from relief_steps s join relief_cases k on k.id = s.case_id join relief_rules r on r.id = k.rules_id
  left join (values ('village', array['receive', 'apply', ${leadingTo('applied')}]), ('township', array[${leadingTo('reviewed')}]), ('district', array[${leadingTo('noticed')}])) as step (part, verbs) on s.verb = any(step.verbs)
  cross join lateral (select step.part, case step.part when 'village' then r.village_days when 'township' then r.township_days when 'district' then r.notice_days + r.district_days end as most) as awaited
  where s.verb in ('receive', 'apply', ${listed(RELIEF_VERBS)})`;
/** What ends a wait as it should: the review that was awaited, whatever it decided. */
export const REVIEWING: SQL = listed(RELIEF_VERBS.filter((verb) => (['village', 'township', 'district'] as readonly string[]).includes(RELIEF_MOVES[verb].by)));

export const RELIEF_REGISTERS = {
  'relief-applications': sql`
    select c.id::text as key, c.id as ord, c.division, ${dayOf(sql`c.applied_at`)} as since, null::date as until, 1 as amount, c.no as label, 'relief' as kind
    from relief_cases c`,
  // A case whose payment came back is open again from that day.
  'relief-open': sql`
    select c.id::text as key, c.id as ord, c.division, ${dayOf(sql`c.applied_at`)} as since,
      (select ${dayOf(sql`min(s.at)`)} from relief_steps s where s.case_id = c.id and s.verb in (${OVER})) as until, 1 as amount, c.no as label, 'relief' as kind
    from relief_cases c
    union all
    select c.id || ':' || s.id, c.id, c.division, ${dayOf(sql`s.at`)}, (select ${dayOf(sql`min(e.at)`)} from relief_steps e where e.case_id = s.case_id and e.id > s.id and e.verb in (${OVER})), 1, c.no, 'relief'
    from relief_steps s join relief_cases c on c.id = s.case_id where s.verb = 'come-back'`,
  // From the day that a step is over its days, until somebody moves the case; a step of days to come enters when they are over.
  'relief-overdue': sql`
    select c.id || ':' || w.id as key, w.id as ord, w.division, w.due as since, w.until, 1 as amount, c.no as label, 'relief' as kind
    from (${RELIEF_WAITS}) as w join relief_cases c on c.id = w.case_id where w.due <= ${MEASURED_DAY} and (w.until is null or w.until > w.due)`,
  'relief-payments': payments(sql`true`),
  // A household counts once, at its first payment.
  'relief-helped': payments(sql`not exists (
    select from relief_batch_lines e where e.subject_key = l.subject_key and e.state = 'paid' and (e.settled_at, e.id) < (l.settled_at, l.id))`),
  'relief-donations': donationsIn(sql`true`),
  'relief-donations-2017': donationsIn(sql`exists (select from campaigns k where k.code = d.campaign and k.from_day >= '2017-01-01' and k.to_day < '2018-01-01')`),
  'relief-floors': sql`
    select f.id::text as key, f.id as ord, ${COUNTY} as division, f.from_day as since, f.until, f.floor as amount, f.source as label, 'relief-rules' as kind
    from (select r.id, r.from_day, r.floor, r.source, lead(r.from_day) over (order by r.from_day, r.id) as until from relief_rules r) as f`,
  'relief-balance': movements(['bank', 'transit'], 1),
  'relief-available': movements(['unreserved'], -1),
  'relief-village-visits': villageVisits(sql`true`),
  'relief-visits-explained': villageVisits(sql`v.explained`),
  'relief-visits-attended': villageVisits(sql`v.present @> array['village-group', 'resident-cadre']`),
  'relief-reviews': passed(REVIEWS, sql`true`),
  'relief-reviews-visited': passed(REVIEWS, sql`exists (select from relief_visits v where v.case_id = s.case_id and v.round = s.round and v.part = s.part and v.person_id = s.person_id)`),
  'relief-approvals': passed(['approve'], sql`true`),
  'relief-approvals-posted': passed(['approve'], sql`exists (
    select from relief_notices n join relief_rules r on r.id = c.rules_id
    where n.case_id = s.case_id and n.round = s.round and n.closes_at <= s.at and ${dayOf(sql`n.closes_at`)} > ${dayOf(sql`n.opens_at`)} + r.notice_days and coalesce(n.taken_down_at >= n.closes_at, true))`),
  // Four worksheets, the applicant's and each review's: where one says something else than the one before, it says why.
  'relief-approvals-accurate': passed(['approve'], sql`not exists (
    select from (
      select w.explanation, (w.wage, w.business, w.property, w.transfer, w.cost) is distinct from
          (lag(w.wage) over turn, lag(w.business) over turn, lag(w.property) over turn, lag(w.transfer) over turn, lag(w.cost) over turn) as differs
      from relief_worksheets w where w.case_id = s.case_id and w.round = s.round window turn as (order by array_position(array['applicant', 'village', 'township', 'district'], w.part))
      offset 1
    ) as sheets where sheets.differs and coalesce(sheets.explanation, '') = '')
    and (select count(*) from relief_worksheets w where w.case_id = s.case_id and w.round = s.round and w.part <> 'applicant') = 3`),
  // Paid in another amount than approved, a second time, or to somebody who is not of the household.
  'relief-wrong-payments': payments(sql`(l.amount is distinct from c.amount
    or exists (select from relief_batch_lines e where e.state = 'paid' and e.id < l.id and (e.case_id = l.case_id or (e.subject_key, e.cause, e.year) = (l.subject_key, l.cause, l.year)))
    or not exists (select from relief_cards k join relief_people p on p.id = k.holder_id and p.case_id = l.case_id and p.name = k.holder where k.id = l.card_id and k.holder = l.holder))`),
  'relief-petitions': sql`
    select c.id || ':' || o.id as key, o.id as ord, o.division, ${dayOf(sql`o.answered_at`)} as since, null::date as until, 1 as amount, c.no as label, 'relief' as kind
    from relief_objections o join relief_cases c on c.id = o.case_id where o.upheld`,
} satisfies Partial<Record<RegisterName, SQL>>;
