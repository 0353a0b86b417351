import { type SQL, sql } from 'drizzle-orm';
import { isAdministration, ROLE_OF } from '@/domain/access';
import { CHECKLIST_MOVES } from '@/domain/checklist';
import { DUTIES } from '@/domain/command';
import { INDICATOR_IDS } from '@/domain/indicators';
import { SOLE } from '@/domain/post';
import { CHAIN_BROKEN } from './audit-seals';
import type { Tx } from './fence';
import { RELIEF_INVARIANTS } from './invariants/relief';
import { textArray } from './readings';

/** A row that an invariant found: what it is, and what is wrong with it, for whoever repairs it. */
export interface Violation {
  invariant: string;
  subject: string;
  division: string | null;
  detail: string;
}

const MOVES = sql.join(
  Object.entries(CHECKLIST_MOVES).flatMap(([verb, { from, to }]) => from.map((state) => sql`(${verb}, ${state}, ${to})`)),
  sql`, `,
);

/** Steps with the state the one before led to. */
const WALKED = sql`
  select s.id, s.checklist_id, s.division, s.verb,
    coalesce((select m.to_state from (values ${MOVES}) as m (verb, from_state, to_state) where m.verb = s.verb_before limit 1), 'open') as from_state
  from (select id, checklist_id, division, verb, lag(verb) over (partition by checklist_id order by id) as verb_before from checklist_steps) as s`;

/** Rows written by the demonstration's load have no audit row: they are older than the installation. */
const loaded = (key: string): SQL => sql`coalesce((select value::int from installation where key = ${key}), 0)`;

/** Tables whose rows repeat the division of a row they belong to, because the row fence reads it there. */
const REPEATED: readonly (readonly [table: string, foreign: string, parent: string])[] = [
  ...['members', 'incomes', 'assignments', 'visits', 'demands', 'housing_cases', 'gardens', 'employments'].map((table) => [table, 'household_id', 'households'] as const),
  ...['demands', 'visit_photos', 'visit_corrections'].map((table) => [table, 'visit_id', 'visits'] as const),
  ...['relief_people', 'relief_worksheets', 'relief_visits', 'relief_evidence', 'relief_steps', 'relief_notices', 'relief_objections', 'relief_cards', 'relief_batch_lines'].map((table) => [table, 'case_id', 'relief_cases'] as const),
  ...['letter_versions', 'letter_clauses', 'letter_signatures', 'letter_steps'].map((table) => [table, 'letter_id', 'letters'] as const),
  ...['checklist_entries', 'checklist_steps', 'evidence_files', 'filing_exceptions', 'entry_comments', 'spot_checks', 'findings'].map((table) => [table, 'checklist_id', 'checklists'] as const),
];

/** Spans of one subject that overlap: the later one begins before an earlier one ended. */
const overlapping = (table: 'assignments' | 'appointments', subject: SQL, where: SQL = sql`true`): SQL => sql`
  select id, division, ${subject} as subject, starts_on,
    max(coalesce(ends_on, 'infinity'::date)) over (partition by ${subject} order by starts_on, id rows between unbounded preceding and 1 preceding) as busy_until
  from ${sql.identifier(table)} where ${where} and (ends_on is null or ends_on > starts_on)`;

/**
 * What must never be: each query selects the rows that break the rule as (subject, division, detail).
 * Run by `npm run check:data`, inside a transaction that sees every row.
 */
export const INVARIANTS: Readonly<Record<string, SQL>> = {
  'reviewer-is-filer': sql`
    select 'checklist ' || c.id as subject, c.division, 'step ' || s.id || ' (' || s.verb || ') is by the filer' as detail
    from checklist_steps s join checklists c on c.id = s.checklist_id where s.verb in ('verify', 'return', 'challenge') and s.person_id = c.person_id
    union all select 'checklist ' || id, division, 'verified by the filer' from checklists where verified_by = person_id`,
  'illegal-step': sql`
    select 'checklist ' || w.checklist_id as subject, w.division, w.verb || ' from ' || w.from_state as detail from (${WALKED}) as w
    where not exists (select from (values ${MOVES}) as m (verb, from_state, to_state) where m.verb = w.verb and m.from_state = w.from_state)`,
  'state-without-step': sql`
    select 'checklist ' || c.id as subject, c.division, 'is ' || c.state || ', its steps say ' || coalesce(reached.state, 'open') as detail
    from checklists c left join lateral (
      select (select m.to_state from (values ${MOVES}) as m (verb, from_state, to_state) where m.verb = s.verb limit 1) as state
      from checklist_steps s where s.checklist_id = c.id order by s.id desc limit 1
    ) as reached on true
    where c.state <> coalesce(reached.state, 'open')`,
  'version-without-step': sql`
    select 'checklist ' || c.id as subject, c.division, 'version ' || c.version || ' after ' || count(s.id) || ' steps' as detail
    from checklists c left join checklist_steps s on s.checklist_id = c.id group by c.id having c.version <> 1 + count(s.id)`,
  'unanswered-but-filed': sql`
    select 'checklist ' || c.id as subject, c.division, 'entry ' || e.no || ' is empty' as detail
    from checklists c join checklist_entries e on e.checklist_id = c.id join template_entries t on t.template_id = c.template_id and t.no = e.no
    where c.state in ('submitted', 'verified', 'challenged') and not e.nothing
      and case t.kind when 'number' then e.claim is null when 'text' then coalesce(e.text, '') = ''
        else not exists (select from evidence_files f where f.checklist_id = c.id and f.entry_no = e.no) end`,
  'changed-after-submission': sql`
    select 'checklist ' || c.id as subject, c.division, 'entry ' || e.no || ' is not what was filed' as detail
    from checklists c join checklist_entries e on e.checklist_id = c.id
    join lateral (
      select a.after -> 'answers' -> e.no::text as answer from audits a
      where a.subject_kind = 'checklist' and a.subject_id = c.id::text and a.command = 'checklist.submit' order by a.id desc limit 1
    ) as filed on true
    where c.state in ('submitted', 'verified', 'challenged') and (
      filed.answer is null or (filed.answer ->> 'claim')::numeric is distinct from e.claim or (filed.answer ->> 'text') is distinct from e.text
      or (filed.answer ->> 'explanation') is distinct from e.explanation or (filed.answer ->> 'nothing')::boolean is distinct from e.nothing)`,
  'filed-after-lock': sql`
    select 'checklist ' || c.id as subject, c.division, 'filed ' || to_char(filed.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as detail
    from checklists c join lateral (select lock_day from filing_calendar f where f.from_month <= c.month order by f.from_month desc limit 1) as days on true
    cross join lateral (
      select c.first_submitted_at as at union select s.at from checklist_steps s where s.checklist_id = c.id and s.verb = 'submit'
    ) as filed
    where filed.at >= ((c.month || '-01')::date + interval '1 month' + make_interval(days => days.lock_day)) at time zone 'Asia/Shanghai'
      and not exists (select from filing_exceptions x where x.checklist_id = c.id and x.granted_at <= filed.at and filed.at < x.expires_at)`,
  'all-zero-differs': sql`
    select 'checklist ' || c.id as subject, c.division, 'is kept as ' || case when c.all_zero then 'all zero' else 'complete' end as detail
    from checklists c join (select checklist_id, bool_and(nothing or claim is not distinct from 0) as zero from checklist_entries group by checklist_id) as e on e.checklist_id = c.id
    where c.state in ('submitted', 'verified', 'challenged') and (c.all_zero <> e.zero
      or (select s.all_zero from checklist_steps s where s.checklist_id = c.id and s.verb = 'submit' order by s.id desc limit 1) is distinct from c.all_zero)`,
  'burden-differs': sql`
    select 'checklist ' || c.id as subject, c.division, 'its counts of fields are not those of its entries' as detail
    from checklists c join (
      select checklist_id, count(*) as shown, count(*) filter (where not nothing) as said, count(*) filter (where not nothing and claim = recorded) as prefilled
      from checklist_entries group by checklist_id
    ) as e on e.checklist_id = c.id
    where c.state in ('submitted', 'verified', 'challenged') and (c.shown, c.prefilled, c.typed) is distinct from (e.shown, e.prefilled, e.said - e.prefilled)`,
  'exception-of-own': sql`
    select 'exception ' || x.id as subject, x.division, 'granted to the granter, or to somebody who never held the seat' as detail
    from filing_exceptions x join checklists c on c.id = x.checklist_id join appointments a on a.id = c.appointment_id
    where x.granted_by = x.person_id or not exists (select from appointments held where held.person_id = x.person_id and held.post_id = a.post_id and held.duty = a.duty)`,
  'filed-without-appointment': sql`
    select 'checklist ' || c.id as subject, c.division, 'its filer held no such appointment in ' || c.month || ', and took it over from nobody' as detail
    from checklists c join appointments a on a.id = c.appointment_id
    where a.person_id <> c.person_id or (c.first_submitted_at is not null and a.ends_on <= (c.month || '-01')::date)
      or (a.starts_on >= (c.month || '-01')::date + interval '1 month' and not exists (
        select from appointments before where before.post_id = a.post_id and before.duty = a.duty and before.id <> a.id
          and before.starts_on < (c.month || '-01')::date + interval '1 month' and (before.ends_on is null or before.ends_on > (c.month || '-01')::date)))`,
  'write-without-audit': sql`
    select 'checklist ' || s.checklist_id as subject, s.division, 'step ' || s.id || ' (' || s.verb || ') has no audit row' as detail
    from checklist_steps s
    where s.id > ${loaded('loaded_steps')} and not exists (
      select from audits a where a.subject_kind = 'checklist' and a.subject_id = s.checklist_id::text and a.person_id = s.person_id
        and a.command = any(case s.verb when 'revise' then array['checklist.save'] when 'verify' then array['checklist.verify', 'checklist.verify-plain']
          when 'challenge' then array['spot-check.check'] when 'reopen' then array['spot-check.check'] else array['checklist.' || s.verb] end) and abs(extract(epoch from a.at - s.at)) < 60)
    union all select 'checklist ' || m.checklist_id, m.division, 'comment ' || m.id || ' has no audit row' from entry_comments m
    where not exists (select from audits a where a.subject_kind = 'checklist' and a.subject_id = m.checklist_id::text and a.person_id = m.person_id
      and a.command = 'checklist.comment' and abs(extract(epoch from a.at - m.at)) < 60)
    union all select 'letter ' || s.letter_id, s.division, 'step ' || s.id || ' (' || s.verb || ') has no audit row' from letter_steps s
    where s.id > ${loaded('loaded_letter_steps')} and not exists (
      select from audits a where a.subject_kind = 'letter' and a.subject_id = s.letter_id::text and a.person_id = s.person_id and abs(extract(epoch from a.at - s.at)) < 60)
    union all select 'appointment ' || s.appointment_id, o.division, 'step ' || s.id || ' (' || s.verb || ') has no audit row' from appointment_steps s join appointments o on o.id = s.appointment_id
    where not exists (
      select from audits a where a.subject_kind = 'appointment' and a.subject_id = s.appointment_id::text and a.person_id = s.person_id and a.command = 'appointment.' || s.verb and abs(extract(epoch from a.at - s.at)) < 60)
    union all select 'person ' || n.id, null, 'has no audit row' from people n
    where n.entered_by is not null and not exists (select from audits a where a.subject_kind = 'person' and a.subject_id = n.id::text and a.person_id = n.entered_by and a.command = 'person.enter')
    union all select 'handover ' || h.id, h.division, 'has no audit row' from handovers h
    where h.id > ${loaded('loaded_handovers')} and not exists (select from audits a where a.subject_kind in ('handover', 'assignment') and a.person_id = h.made_by and abs(extract(epoch from a.at - h.at)) < 60)
    union all select 'visit ' || v.id, v.division, 'has no audit row' from visits v
    where v.recorded_at is not null and not exists (select from audits a where a.subject_kind = 'visit' and a.subject_id = v.id::text and a.person_id = v.person_id and a.command = 'visit.record')
    union all select 'visit ' || v.id, v.division, 'is version ' || v.version || ' after ' || count(c.id) || ' corrections' from visits v left join visit_corrections c on c.visit_id = v.id
    where v.recorded_at is not null group by v.id having v.version <> 1 + count(c.id)`,
  'audit-chain-broken': CHAIN_BROKEN,
  'letter-altered': sql`
    select 'letter ' || v.letter_id as subject, v.division, 'version ' || v.no || ' is not the text of its hash' as detail
    from letter_versions v where v.state in ('offered', 'signed', 'superseded') and v.hash is distinct from encode(sha256(convert_to(v.text, 'UTF8')), 'hex')
    union all select 'letter ' || s.letter_id, s.division, s.side || ' signed another text of version ' || s.version
    from letter_signatures s join letter_versions v on v.letter_id = s.letter_id and v.no = s.version where v.hash is distinct from s.hash`,
  'letter-half-signed': sql`
    select 'letter ' || v.letter_id as subject, v.division, 'version ' || v.no || ' is ' || v.state || ' with ' || count(s.side) || ' signatures' as detail
    from letter_versions v left join letter_signatures s on s.letter_id = v.letter_id and s.version = v.no
    group by v.letter_id, v.no having (v.state in ('signed', 'superseded')) <> (count(distinct s.person_id) = 2) and v.state <> 'withdrawn'
    union all select 'letter ' || l.id, l.division, 'in force is version ' || coalesce(l.in_force::text, 'none') from letters l
    where l.in_force is distinct from (select v.no from letter_versions v where v.letter_id = l.id and v.state = 'signed')`,
  'file-without-entry': sql`
    select 'evidence ' || f.id as subject, f.division, 'hangs on no entry that asks for a file' as detail
    from evidence_files f join checklists c on c.id = f.checklist_id left join template_entries t on t.template_id = c.template_id and t.no = f.entry_no
    where t.no is null or t.kind = 'text' or f.size <> octet_length(f.content)`,
  'two-cadres-at-once': sql`
    select 'household ' || o.subject as subject, o.division, 'assignment ' || o.id || ' begins before the last one ended' as detail
    from (${overlapping('assignments', sql`household_id`)}) as o where o.busy_until > o.starts_on`,
  'two-appointments-at-once': sql`
    select 'person ' || o.subject as subject, o.division, 'appointment ' || o.id || ' begins before the same one ended' as detail
    from (${overlapping('appointments', sql`person_id || ' ' || post_id || ' ' || duty`)}) as o where o.busy_until > o.starts_on`,
  'seat-held-twice': sql`
    select 'post ' || o.subject as subject, o.division, 'appointment ' || o.id || ' begins before another holder left' as detail
    from (${overlapping('appointments', sql`post_id || ' ' || duty`, sql`duty = any(${textArray(SOLE)})`)}) as o where o.busy_until > o.starts_on`,
  'administrator-elsewhere': sql`
    select 'person ' || a.person_id as subject, a.division, 'administers and holds appointment ' || o.id as detail
    from appointments a join appointments o on o.person_id = a.person_id and o.id <> a.id and (o.ends_on is null or o.ends_on > a.starts_on) and (a.ends_on is null or a.ends_on > o.starts_on)
    where a.duty = any(${textArray(DUTIES.filter((duty) => isAdministration(ROLE_OF[duty])))}) and o.ends_on is distinct from o.starts_on and a.ends_on is distinct from a.starts_on`,
  'ends-before-it-begins': sql`
    select 'household ' || id as subject, division, 'left the list before it was on it' as detail from households where exited_on <= registered_on
    union all select 'assignment ' || id, division, 'ended before it began' from assignments where ends_on < starts_on
    union all select 'appointment ' || id, division, 'ended before it began' from appointments where ends_on < starts_on`,
  'division-differs': sql.join(REPEATED.map(([table, foreign, parent]) => sql`
    select ${table} || ' of ' || c.${sql.identifier(foreign)} as subject, c.division, 'its parent lies in ' || p.division as detail
    from ${sql.identifier(table)} c join ${sql.identifier(parent)} p on p.id = c.${sql.identifier(foreign)} where p.division <> c.division`), sql` union all `),
  'measured-unknown': sql`
    select m.indicator as subject, m.division, 'is no indicator' as detail from measurements m where m.indicator <> all(${textArray(INDICATOR_IDS)}) group by m.indicator, m.division`,
  'booked-before-it-happened': sql`
    select indicator as subject, division, 'of ' || month || ' is booked in ' || known as detail from measurements where known < month`,
  ...RELIEF_INVARIANTS,
};

const MOST = 100;

/** The rows that break an invariant, at most a hundred of each; none on a sound database. */
export async function violations(tx: Tx, names: readonly string[] = Object.keys(INVARIANTS)): Promise<Violation[]> {
  // The audit trail is fenced by a setting of its own; here it is only compared with.
  await tx.execute(sql`select set_config('app.audit', 'all', true)`);
  const found: Violation[] = [];
  for (const name of names) {
    const query = INVARIANTS[name];
    if (!query) throw new Error(`no invariant ${name}`);
    const { rows } = await tx.execute<{ subject: string; division: string | null; detail: string }>(sql`select * from (${query}) as broken limit ${MOST}`);
    found.push(...rows.map((row) => ({ invariant: name, ...row })));
  }
  return found;
}
