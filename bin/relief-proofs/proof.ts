import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/fence';
import { violations } from '@/db/invariants';
import { readStanding } from '@/db/ledger';
import { differences } from '@/db/measure';

type Query = ReturnType<typeof sql>;

/**
 * What no history may have done, asked of the rows themselves and not of the gates that should have kept it. Each query selects what
 * is wrong.
 */
const WRONGS: Readonly<Record<string, Query>> = {
  'paid twice': sql`
    select l.subject_key as what, l.cause || ' ' || l.year as detail from relief_batch_lines l where l.state = 'paid' group by 1, 2 having count(*) > 1
    union all select 'case ' || case_id, count(*)::text from relief_batch_lines where state in ('waiting', 'paid') group by 1 having count(*) > 1
    union all select 'person of ' || min(l.case_id), l.cause || ' ' || l.year from relief_batch_lines l join relief_people p on p.case_id = l.case_id
      where l.state = 'paid' and p.id_hash is not null group by p.id_hash, l.cause, l.year having count(*) > 1
    union all select 'case ' || case_id, deed || ' booked ' || count(*) from fund_entries where deed = 'reserve' group by case_id, deed having count(*) > 1
    union all select 'line ' || line_id, deed || ' booked ' || count(*) from fund_entries where line_id is not null group by line_id, deed having count(*) > 1`,
  'a head below the line after payment, or over it by a fen and more': sql`
    select 'case ' || c.id as what, (w.wage + w.business + w.property + w.transfer - w.cost + l.amount) || ' fen for ' || n.people || ' people, the line is ' || c.line as detail
    from relief_batch_lines l join relief_cases c on c.id = l.case_id join relief_worksheets w on w.case_id = c.id and w.round = c.round and w.part = 'district'
    join lateral (select count(*)::int as people from relief_people p where p.case_id = c.id) as n on true
    where l.state = 'paid' and (w.wage + w.business + w.property + w.transfer - w.cost + l.amount < c.line * n.people or w.wage + w.business + w.property + w.transfer - w.cost + l.amount >= (c.line + 1) * n.people)`,
  'a review is missing of what was put into a batch, or was out of order': sql`
    select 'case ' || l.case_id as what, 'review ' || coalesce(v.id::text, '-') || ' recheck ' || coalesce(t.id::text, '-') || ' approve ' || coalesce(d.id::text, '-') as detail
    from relief_batch_lines l join relief_cases c on c.id = l.case_id
    left join relief_steps v on v.case_id = c.id and v.round = c.round and v.verb = 'review' left join relief_steps t on t.case_id = c.id and t.round = c.round and t.verb = 'recheck'
    left join relief_steps d on d.case_id = c.id and d.round = c.round and d.verb = 'approve' left join relief_steps b on b.case_id = c.id and b.verb = 'batch'
    where (v.id < t.id and t.id < d.id and d.id < b.id and v.person_id <> t.person_id and t.person_id <> d.person_id and v.person_id <> d.person_id) is not true`,
  'a review without a visit and a worksheet of its own': sql`
    select 'case ' || s.case_id as what, s.verb as detail from relief_steps s where s.verb in ('review', 'recheck', 'approve')
      and not (exists (select from relief_visits v where (v.case_id, v.round, v.part, v.person_id) = (s.case_id, s.round, s.part, s.person_id) and length(v.photo) > 0)
        and exists (select from relief_worksheets w where (w.case_id, w.round, w.part, w.person_id) = (s.case_id, s.round, s.part, s.person_id)))`,
  'approved before seven full days of notice in that amount, or against an objection': sql`
    select 'case ' || s.case_id as what, s.at::text as detail from relief_steps s join relief_cases c on c.id = s.case_id and s.verb = 'approve' and s.round = c.round
    where not exists (select from relief_notices n where (n.case_id, n.round) = (s.case_id, s.round) and n.amount = c.amount and n.closes_at <= s.at and (n.taken_down_at is null or n.taken_down_at >= s.at)
        and (n.closes_at at time zone 'Asia/Shanghai')::date - ((n.opens_at at time zone 'Asia/Shanghai')::date + 1) >= 7)
      or exists (select from relief_objections o join relief_notices n on n.id = o.notice_id and n.round = s.round where o.case_id = s.case_id and (o.upheld or o.answered_at is null or o.answered_at > s.at))`,
  'paid to a stranger, or to a changed account too early or by one person alone': sql`
    select 'line ' || l.id as what, 'card ' || k.id as detail from relief_batch_lines l join relief_batches b on b.id = l.batch_id join relief_cards k on k.id = l.card_id join relief_cases c on c.id = l.case_id
    where k.case_id <> l.case_id or not exists (select from relief_people p where p.id = k.holder_id and p.case_id = l.case_id)
      or k.is_change and (k.confirmed_by is null or k.confirmed_by = k.entered_by or k.at + interval '72 hours' > b.made_at)`,
  'somebody acts in two parts of a case, or on a relative’s': sql`
    select 'case ' || case_id as what, 'person ' || person_id as detail from relief_steps where person_id is not null group by case_id, person_id having count(distinct part) > 1
    union all select 'case ' || s.case_id, 'relative ' || s.person_id from relief_steps s join kinships k on k.person_id = s.person_id join relief_people p on p.case_id = s.case_id and p.id_hash = k.id_hash
    union all select 'batch ' || id, 'closed by ' || closed_by from relief_batches where closed_by in (made_by, sent_by)`,
  'an entry that does not balance': sql`
    select 'entry ' || e.id as what, coalesce(sum(p.amount), 0)::text as detail from fund_entries e left join fund_postings p on p.entry_id = e.id group by e.id having coalesce(sum(p.amount), 0) <> 0 or count(p.id) <> 2`,
  'the fund is not what came in less what was paid': sql`
    select 'fund' as what, bank || ' fen, but ' || came || ' came in and ' || paid || ' were paid' as detail from
      (select coalesce(sum(p.amount) filter (where p.account in ('bank', 'transit')), 0) as bank from fund_postings p) as now,
      (select coalesce(sum(p.amount), 0) as came from fund_postings p join fund_entries e on e.id = p.entry_id where p.account = 'bank' and e.deed in ('top-up', 'donation', 'interest', 'reversal')) as "in",
      (select coalesce(sum(amount), 0) as paid from relief_batch_lines where state = 'paid') as "out" where bank <> came - paid`,
};

/** Everything that is wrong now: by these rules, by the invariants of check:data, by figures that their rows do not give. */
export async function wrongs(): Promise<string[]> {
  return asSystem('job', async (tx) => {
    const said: string[] = [];
    for (const [rule, query] of Object.entries(WRONGS)) {
      const { rows } = await tx.execute<{ what: string; detail: string }>(query);
      for (const { what, detail } of rows) said.push(`${rule}: ${what}, ${detail}`);
    }
    for (const { invariant, subject, detail } of await violations(tx)) said.push(`${invariant}: ${subject} ${detail}`);
    for (const { indicator, division, month, measured, counted } of await differences(tx)) said.push(`${indicator} of ${division} in ${month}: measured ${measured}, counted ${counted}`);
    const { balance, reserved, available } = await readStanding(tx);
    if (available < 0 || reserved < 0 || balance !== reserved + available) said.push(`the fund holds ${balance}, reserved ${reserved}, available ${available}`);
    return said;
  }, 'read');
}

/** How many payments were booked so far. */
export const paidSoFar = async (): Promise<number> => (await asSystem('job', (tx) => tx.execute<{ n: number }>(sql`select count(*)::int as n from relief_batch_lines where state = 'paid'`), 'read')).rows[0]!.n;
