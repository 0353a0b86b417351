import { type SQL, sql } from 'drizzle-orm';
import { RELIEF_MOVES, RELIEF_VERBS, RESERVING } from '@/domain/relief';

const listed = (values: readonly string[]): SQL => sql.raw(values.map((value) => `'${value}'`).join(', '));
const VERBS = listed(RELIEF_VERBS);
const RESERVED = listed(RESERVING);

/** Every move as (verb, from, to); the beginnings come from nothing. */
const MOVES = sql.raw([
  ...RELIEF_VERBS.flatMap((verb) => RELIEF_MOVES[verb].from.map((from) => `('${verb}', '${from}', '${RELIEF_MOVES[verb].to}')`)), `('receive', '', 'received')`, `('apply', '', 'applied')`,
].join(', '));

/** Moving steps with the state the one before led to. */
const WALKED = sql`
  select s.id, s.case_id, s.division, s.verb, coalesce((select m.to_state from (values ${MOVES}) as m (verb, from_state, to_state) where m.verb = s.before limit 1), '') as from_state
  from (select id, case_id, division, verb, lag(verb) over (partition by case_id order by id) as before from relief_steps where verb in ('receive', 'apply', ${VERBS})) as s`;

const SUMS = sql`
  (select coalesce(sum(amount) filter (where account = 'bank'), 0) as bank, coalesce(sum(amount) filter (where account = 'transit'), 0) as transit,
    -coalesce(sum(amount) filter (where account = 'unreserved'), 0) as available, -coalesce(sum(amount) filter (where account = 'reserved'), 0) as reserved from fund_postings)`;

const loaded = sql`coalesce((select value::int from installation where key = 'loaded_relief_steps'), 0)`;

/** What must never be of the relief fund: of its cases, its money, and who did what. */
export const RELIEF_INVARIANTS: Readonly<Record<string, SQL>> = {
  'relief-paid-twice': sql`
    select 'line ' || l.id as subject, l.division, 'is paid, as line ' || e.id || ' was, for the same household, cause and year' as detail
    from relief_batch_lines l join relief_batch_lines e on e.id < l.id and (e.case_id = l.case_id or (e.subject_key, e.cause, e.year) = (l.subject_key, l.cause, l.year))
    where l.state = 'paid' and e.state = 'paid'`,
  'relief-paid-otherwise': sql`
    select 'line ' || l.id as subject, l.division, 'pays ' || l.amount || ' fen, approved are ' || coalesce(c.amount::text, 'none') as detail
    from relief_batch_lines l join relief_cases c on c.id = l.case_id where l.state in ('waiting', 'paid') and l.amount is distinct from c.amount
    union all select 'case ' || c.id, c.division, 'is ' || c.state || ' without such a line' from relief_cases c
    where c.state in ('batched', 'paid') and not exists (select from relief_batch_lines l where l.case_id = c.id and l.state = case c.state when 'paid' then 'paid' else 'waiting' end)
    union all select 'line ' || l.id, l.division, 'is paid and its case is ' || c.state from relief_batch_lines l join relief_cases c on c.id = l.case_id where l.state = 'paid' and c.state <> 'paid'
    union all select 'line ' || l.id, l.division, 'is ' || l.state || ' without its entry' from relief_batch_lines l
    where l.state in ('paid', 'failed', 'returned') and not exists (select from fund_entries e where e.line_id = l.id and e.deed = case l.state when 'paid' then 'pay' when 'returned' then 'return' else 'fail' end)
    union all select 'line ' || l.id, l.division, 'is ' || l.state || ' and booked as returned' from relief_batch_lines l where l.state <> 'returned' and exists (select from fund_entries e where e.line_id = l.id and e.deed = 'return')
    union all select 'notice ' || n.id, n.division, 'tells of a payment that is not there' from relief_notices n join relief_cases c on c.id = n.case_id where n.paid_month is not null and c.state <> 'paid'
    union all select 'line ' || l.id, l.division, 'is ' || l.state || ' of a batch that is ' || b.state from relief_batch_lines l join relief_batches b on b.id = l.batch_id where (l.state = 'void') <> (b.state = 'void')
    union all select 'line ' || l.id, l.division, 'is void and booked' from relief_batch_lines l where l.state = 'void' and exists (select from fund_entries e where e.line_id = l.id)`,
  'relief-without-gates': sql`
    select 'case ' || c.id as subject, c.division, 'is ' || c.state || ' and stands before the ' || relief_gate(c.id) as detail
    from relief_cases c where c.state in ('paid', ${RESERVED}) and relief_gate(c.id) is not null`,
  'relief-illegal-step': sql`
    select 'case ' || w.case_id as subject, w.division, w.verb || ' from ' || w.from_state as detail from (${WALKED}) as w
    where not exists (select from (values ${MOVES}) as m (verb, from_state, to_state) where m.verb = w.verb and m.from_state = w.from_state)`,
  'relief-state-without-step': sql`
    select 'case ' || c.id as subject, c.division, 'is ' || c.state || ', its steps say ' || coalesce(reached.state, 'nothing') as detail
    from relief_cases c left join lateral (
      select (select m.to_state from (values ${MOVES}) as m (verb, from_state, to_state) where m.verb = s.verb limit 1) as state
      from relief_steps s where s.case_id = c.id and s.verb in ('receive', 'apply', ${VERBS}) order by s.id desc limit 1
    ) as reached on true where reached.state is distinct from c.state`,
  'relief-acts-twice': sql`
    select 'case ' || s.case_id as subject, min(s.division) as division, 'person ' || s.person_id || ' acts as ' || string_agg(distinct s.part, ' and ') as detail
    from relief_steps s where s.person_id is not null group by s.case_id, s.person_id having count(distinct s.part) > 1
    union all select 'objection ' || o.id, o.division, 'is answered by person ' || o.answered_by || ', who has another part' from relief_objections o
    where exists (select from relief_steps s where s.case_id = o.case_id and s.person_id = o.answered_by and s.part <> 'objection')`,
  'relief-own-kin': sql`
    select 'case ' || s.case_id as subject, s.division, 'step ' || s.id || ' is by a relative, person ' || s.person_id as detail
    from relief_steps s join relief_people p on p.case_id = s.case_id join kinships k on k.person_id = s.person_id and k.id_hash = p.id_hash and k.at <= s.at`,
  'relief-card-of-stranger': sql`
    select 'card ' || k.id as subject, k.division, 'is held by nobody of its case' as detail
    from relief_cards k where not exists (select from relief_people p where p.id = k.holder_id and p.case_id = k.case_id and p.name = k.holder)
    union all select 'line ' || l.id, l.division, 'pays to another account than it names' from relief_batch_lines l left join relief_cards k on k.id = l.card_id
    where (l.case_id, l.holder, l.card_tail) is distinct from (k.case_id, k.holder, k.card_tail)
    union all select 'line ' || l.id, l.division, 'pays to a changed account that nobody else confirmed' from relief_batch_lines l join relief_cards k on k.id = l.card_id
    where k.is_change and (k.confirmed_at is null or k.confirmed_by = k.entered_by)`,
  'batch-closed-by-one': sql`
    select 'batch ' || b.id as subject, b.division, 'is closed by person ' || b.closed_by || ', who had another part' as detail
    from relief_batches b where b.closed_by in (b.made_by, b.sent_by)
      or exists (select from relief_steps s join relief_batch_lines l on l.case_id = s.case_id where l.batch_id = b.id and s.person_id = b.closed_by and s.part <> 'closing')
    union all select 'line ' || l.id, l.division, 'is returned by person ' || coalesce(l.return_confirmed_by::text, '-') || ', who had another part' from relief_batch_lines l join relief_batches b on b.id = l.batch_id
    where l.state = 'returned' and (l.return_confirmed_by is null or l.return_confirmed_by in (l.return_entered_by, b.made_by, b.sent_by))`,
  'batch-sums-differ': sql`
    select 'batch ' || b.id as subject, b.division, 'says ' || b.lines || ' lines, ' || b.total || ' fen' as detail
    from relief_batches b left join relief_batch_lines l on l.batch_id = b.id group by b.id having (count(l.id), coalesce(sum(l.amount), 0)) <> (b.lines, b.total)
    union all select 'batch ' || b.id, b.division, 'is ' || b.state || ' with lines that wait' from relief_batches b
    where b.state in ('reconciled', 'closed') and exists (select from relief_batch_lines l where l.batch_id = b.id and l.state = 'waiting')`,
  'fund-unbalanced': sql`
    select 'entry ' || e.id as subject, null as division, 'adds up to ' || coalesce(sum(p.amount), 0) || ' over ' || count(p.id) || ' postings' as detail
    from fund_entries e left join fund_postings p on p.entry_id = e.id group by e.id having count(p.id) <> 2 or coalesce(sum(p.amount), 0) <> 0`,
  'fund-negative': sql`
    select 'fund' as subject, null as division, 'bank ' || bank || ', transit ' || transit || ', available ' || available || ', reserved ' || reserved as detail
    from ${SUMS} as sums where least(bank, transit, available, reserved) < 0`,
  'fund-reserved-differs': sql`
    select 'fund' as subject, null as division, 'reserves ' || reserved || ' fen for cases of ' || owed as detail
    from ${SUMS} as sums, (select coalesce(sum(amount), 0) as owed from relief_cases where state in (${RESERVED})) as cases where reserved <> owed`,
  'fund-transit-differs': sql`
    select 'fund' as subject, null as division, transit || ' fen are under way, lines of ' || sent || ' wait' as detail
    from ${SUMS} as sums, (select coalesce(sum(l.amount), 0) as sent from relief_batch_lines l join relief_batches b on b.id = l.batch_id where b.state <> 'made' and l.state = 'waiting') as lines where transit <> sent`,
  'donation-without-entry': sql`
    select 'donation ' || d.id as subject, d.division, 'is not what its entry books' as detail
    from donations d left join fund_entries e on e.id = d.entry_id and e.deed = 'donation' left join fund_postings p on p.entry_id = e.id and p.account = 'bank' where p.amount is distinct from d.amount
    union all select 'entry ' || e.id, null, 'is a donation without a receipt' from fund_entries e where e.deed = 'donation' and not exists (select from donations d where d.entry_id = e.id)`,
  'top-up-idle': sql`
    select 'top-up ' || t.id as subject, null as division, 'is open at ' || available || ' fen' as detail
    from ${SUMS} as sums, top_up_tasks t where t.closed_at is null and available >= greatest(t.floor, (
      select r.floor from relief_rules r where r.from_day <= (county_now() at time zone 'Asia/Shanghai')::date order by r.from_day desc, r.id desc limit 1))`,
  // One command moves all cases of a batch; what the public does is nobody's.
  'relief-write-without-audit': sql`
    select 'case ' || s.case_id as subject, s.division, 'step ' || s.id || ' (' || s.verb || ') has no audit row' as detail
    from relief_steps s where s.id > ${loaded} and not exists (
      select from audits a where a.person_id = coalesce(s.person_id, 0) and abs(extract(epoch from a.at - s.at)) < 60
        and (s.part in ('payment', 'closing') or s.person_id is null or a.subject_kind = 'relief' and a.subject_id = s.case_id::text))`,
};
