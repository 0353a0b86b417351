import { type SQL, sql } from 'drizzle-orm';
import { areaOf } from '@/domain/area';
import { CHECKLIST_MOVES, type ChecklistState, type ChecklistVerb, type EntryKind, type FilerKind, type Verdict } from '@/domain/checklist';
import { burden, isZero, type Kept, type Question } from '@/domain/checklist-answer';
import { indicator, type IndicatorId, isIndicator } from '@/domain/indicators';
import type { FilingTerms } from '@/domain/deadline';
import type { Month } from '@/domain/month';
import type { Tx } from './fence';
import { readings } from './readings';

/** A checklist whose row is held until the transaction ends, with the clock read after it was got. */
export interface LockedChecklist {
  readonly id: number;
  readonly month: Month;
  readonly division: string;
  readonly state: ChecklistState;
  readonly version: number;
  readonly personId: number;
  readonly postId: number;
  readonly filerKind: FilerKind;
  readonly filedBefore: boolean;
  readonly now: Date;
  readonly days: FilingTerms;
  readonly questions: readonly (Question & { readonly kept: (Kept & { verdict: Verdict | null; note: string | null }) | null; readonly files: number })[];
}

interface QuestionRow extends Kept {
  kind: EntryKind;
  indicator: string | null;
  has: boolean;
  verdict: Verdict | null;
  note: string | null;
  files: number;
}

interface LockedRow extends Record<string, unknown>, Omit<LockedChecklist, 'now' | 'days' | 'questions'> {
  now: number;
  dueDay: number;
  lockDay: number;
  extendedTo: number | null;
  questions: QuestionRow[];
}

/** A template's questions with what is kept of their answers, as JSON: of checklist `c`. */
const QUESTIONS = sql`(
  select json_agg(json_build_object('no', t.no, 'kind', t.kind, 'indicator', t.indicator, 'has', e.no is not null, 'claim', e.claim, 'text', e.text,
    'explanation', e.explanation, 'nothing', coalesce(e.nothing, false), 'recorded', e.recorded, 'verdict', e.verdict, 'note', e.note,
    'files', (select count(*) from evidence_files f where f.checklist_id = c.id and f.entry_no = t.no)) order by t.no)
  from template_entries t left join checklist_entries e on e.checklist_id = c.id and e.no = t.no where t.template_id = c.template_id)`;

/** The filing days that hold for a month given in SQL. */
const calendarOf = (month: SQL): SQL => sql`(select due_day, lock_day from filing_calendar where from_month <= ${month} order by from_month desc limit 1)`;

/** Until when a checklist's exceptions keep it open beyond the lock, in epoch milliseconds; null without any. `id` is SQL. */
export const extendedTo = (id: SQL): SQL => sql`(select (extract(epoch from max(x.expires_at)) * 1000)::float8 from filing_exceptions x where x.checklist_id = ${id})`;

/** Until when exceptions keep a checklist open, as it is committed now. */
export async function openUntil(tx: Tx, id: number): Promise<Date | null> {
  const { rows } = await tx.execute<{ until: number | null }>(sql`select ${extendedTo(sql`${id}::int`)} as until`);
  const until = rows[0]?.until ?? null;
  return until === null ? null : new Date(until);
}

/**
 * Locks a checklist for a move. The clock is read outside the locking part, that is after the lock was got: a submission that
 * waited past a deadline is late.
 */
export async function lockChecklist(tx: Tx, id: number): Promise<LockedChecklist | null> {
  const { rows } = await tx.execute<LockedRow>(sql`
    with c as materialized (select * from checklists where id = ${id} for update)
    select c.id, c.month, c.division, c.state, c.version, c.person_id as "personId", c.post_id as "postId", c.filer_kind as "filerKind",
      c.first_submitted_at is not null as "filedBefore", (extract(epoch from county_now()) * 1000)::float8 as now,
      coalesce(days.due_day, 5) as "dueDay", coalesce(days.lock_day, 10) as "lockDay",
      ${extendedTo(sql`c.id`)} as "extendedTo", ${QUESTIONS} as questions
    from c left join lateral ${calendarOf(sql`c.month`)} as days on true`);
  const [row] = rows;
  if (!row) return null;
  const { now, dueDay, lockDay, extendedTo: until, questions, ...rest } = row;
  return { ...rest, now: new Date(now), days: { dueDay, lockDay, extendedTo: until === null ? null : new Date(until) }, questions: (questions ?? []).map(questionOf) };
}

export const occurs = (id: string | null): boolean => {
  if (!id || !isIndicator(id)) return false;
  const definition = indicator(id);
  return 'register' in definition && definition.time === 'month';
};

function questionOf({ no, kind, indicator: id, has, files, ...kept }: QuestionRow): LockedChecklist['questions'][number] {
  return { no, kind, indicator: id, occurs: occurs(id), files, kept: has ? { no, ...kept } : null };
}

/** What the records say of a checklist's entries, by indicator: the filer's area, the checklist's month, true now. */
export async function recordedOf(tx: Tx, division: string, month: Month, indicators: readonly (string | null)[]): Promise<Map<string, number | null>> {
  const asked = [...new Set(indicators)].filter((id): id is IndicatorId => id !== null && isIndicator(id));
  const found = await readings(tx, { indicators: asked, area: areaOf(division), month });
  return new Map(found.map((reading) => [reading.indicator, round(reading.value)]));
}

/** As a claim can be typed: two decimals. */
export const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);

export interface Moved extends Record<string, unknown> {
  id: number;
  division: string;
  month: Month;
  state: ChecklistState;
  version: number;
}

export interface Move {
  readonly checklist: Pick<LockedChecklist, 'id'>;
  readonly verb: ChecklistVerb;
  /** The version on the mover's screen: another one means that somebody was faster. */
  readonly version: number;
  readonly by: number;
  readonly note?: string | null;
  /** Answers to keep, by the filer. */
  readonly kept?: readonly Kept[];
  /** Verdicts to keep, by the reviewer. */
  readonly verdicts?: readonly { no: number; verdict: Verdict; note: string | null }[];
}

/** What a move sets besides state and version. */
function stampsOf({ verb, by, kept = [] }: Move): SQL {
  const { shown, prefilled, typed } = burden(kept);
  if (verb === 'submit') return sql`, all_zero = ${kept.length > 0 && kept.every(isZero)}, shown = ${shown}::int, prefilled = ${prefilled}::int, typed = ${typed}::int, submitted_at = county_now(), first_submitted_at = coalesce(first_submitted_at, county_now())`;
  return verb === 'verify' ? sql`, verified_at = county_now(), verified_by = ${by}::int` : sql``;
}

/** One move: state and version compared and set, answers or verdicts kept, the step recorded; one statement. Null: somebody was faster. */
export async function moveChecklist(tx: Tx, move: Move): Promise<Moved | null> {
  const { from, to } = CHECKLIST_MOVES[move.verb];
  const states = sql.join(from.map((state) => sql`${state}`), sql`, `);
  const { rows } = await tx.execute<Moved>(sql`
    with moved as (
      update checklists set state = ${to}, version = version + 1${stampsOf(move)}
      where id = ${move.checklist.id} and version = ${move.version} and state in (${states})
      returning id, division, month, state, version, all_zero
    )${move.verb === 'verify' ? closing(move.by) : sql``}${move.kept ? keeping(move.kept, move.verb === 'submit') : sql``}${move.verdicts ? judging(move.verdicts) : sql``},
    step as (
      insert into checklist_steps (checklist_id, division, person_id, verb, note, all_zero)
      select id, division, ${move.by}::int, ${move.verb}, ${move.note ?? null}, ${move.verb === 'submit' ? sql`all_zero` : sql`null`} from moved
    )
    select id, division, month, state, version from moved`);
  return rows[0] ?? null;
}

/** What a spot check had found wrong is settled when another person verifies the checklist again. */
const closing = (by: number): SQL => sql`, closed as (
  update findings f set closed_by = ${by}::int, closed_at = county_now() from moved where f.checklist_id = moved.id and f.closed_at is null
)`;

/** A submission clears the last verdicts; the reviewer's notes stay beside the entries. */
const keeping = (kept: readonly Kept[], filed: boolean): SQL => sql`, kept as (
  insert into checklist_entries (checklist_id, no, division, claim, text, explanation, nothing, recorded)
  select moved.id, x.no, moved.division, x.claim, x.text, x.explanation, x.nothing, x.recorded
  from moved, json_to_recordset(${JSON.stringify(kept)}::json) as x (no int, claim numeric, text text, explanation text, nothing boolean, recorded numeric)
  on conflict (checklist_id, no) do update set claim = excluded.claim, text = excluded.text, explanation = excluded.explanation,
    nothing = excluded.nothing, recorded = ${filed ? sql`excluded.recorded` : sql`checklist_entries.recorded`},
    verdict = ${filed ? sql`null` : sql`checklist_entries.verdict`}
)`;

const judging = (verdicts: NonNullable<Move['verdicts']>): SQL => sql`, judged as (
  update checklist_entries e set verdict = x.verdict, note = x.note
  from moved, json_to_recordset(${JSON.stringify(verdicts)}::json) as x (no int, verdict text, note text)
  where e.checklist_id = moved.id and e.no = x.no
)`;

/** What happened last, told to whoever came second: `deed` is a key of messages errors.deeds, `at` epoch milliseconds. */
export async function lastStep(tx: Tx, id: number): Promise<{ who: string; deed: string; at: number } | null> {
  const { rows } = await tx.execute<{ who: string; deed: string; at: number }>(sql`
    select p.name as who, 'checklist.' || s.verb as deed, (extract(epoch from s.at) * 1000)::float8 as at
    from checklist_steps s join people p on p.id = s.person_id where s.checklist_id = ${id} order by s.id desc limit 1`);
  return rows[0] ?? null;
}
