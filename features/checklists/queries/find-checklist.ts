import 'server-only';
import { sql } from 'drizzle-orm';
import { extendedTo, occurs, recordedOf } from '@/db/checklists';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import type { ChecklistState, ChecklistVerb, EntryKind, FilerKind, Verdict } from '@/domain/checklist';
import type { Kept, Question } from '@/domain/checklist-answer';
import { deadlines, type FilingTerms } from '@/domain/deadline';
import type { ExceptionCause } from '@/domain/exception';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { mayComment } from '../policy';

export interface EvidenceRow {
  readonly id: number;
  readonly entry: number;
  readonly name: string;
  readonly type: 'image/jpeg' | 'application/pdf';
  readonly size: number;
}

/** A word on an entry; `at` in epoch milliseconds. */
export interface CommentView {
  readonly id: number;
  readonly entry: number;
  readonly at: number;
  readonly who: string;
  readonly text: string;
}

export interface EntryView extends Question {
  readonly label: string;
  readonly labelEn: string;
  readonly kept: (Kept & { verdict: Verdict | null; note: string | null }) | null;
  /** What the records say now; null for a text, a file, a number bound to nothing. */
  readonly current: number | null;
  readonly files: readonly EvidenceRow[];
  /** Oldest first. */
  readonly comments: readonly CommentView[];
}

export interface StepView {
  readonly id: number;
  readonly at: number;
  readonly who: string;
  readonly verb: ChecklistVerb;
  readonly note: string | null;
}

/** An exception of this checklist: instants in epoch milliseconds. */
export interface ExceptionView {
  readonly id: number;
  readonly granter: string;
  readonly grantedAt: number;
  readonly expiresAt: number;
  readonly reason: string;
  readonly cause: ExceptionCause;
}

export interface ChecklistView {
  readonly id: number;
  readonly month: Month;
  readonly division: string;
  readonly place: string;
  readonly post: string;
  readonly postId: number;
  readonly filerKind: FilerKind;
  readonly personId: number;
  readonly filer: string;
  readonly state: ChecklistState;
  readonly version: number;
  readonly filedAt: number | null;
  readonly verifiedAt: number | null;
  /** Whether the viewer has a part in it, and may comment. */
  readonly speaks: boolean;
  readonly now: Date;
  readonly days: FilingTerms;
  readonly dueAt: Date;
  readonly lockAt: Date;
  /** Newest first. */
  readonly exceptions: readonly ExceptionView[];
  /** Who of the county office may be asked for one: names, at most two. */
  readonly office: readonly string[];
  readonly entries: readonly EntryView[];
  /** Newest first; drafts kept one after the other are one step. */
  readonly steps: readonly StepView[];
}

interface EntryRow extends Kept {
  kind: EntryKind;
  indicator: string | null;
  label: string;
  labelEn: string;
  has: boolean;
  verdict: Verdict | null;
  note: string | null;
}

interface Row extends Record<string, unknown>, Omit<ChecklistView, 'speaks' | 'now' | 'days' | 'dueAt' | 'lockAt' | 'entries' | 'steps'> {
  now: number;
  dueDay: number;
  lockDay: number;
  extendedTo: number | null;
  entries: EntryRow[] | null;
  files: EvidenceRow[] | null;
  comments: CommentView[] | null;
  steps: StepView[] | null;
}

const EXCEPTIONS = sql`(
  select coalesce(json_agg(json_build_object('id', x.id, 'granter', g.name, 'grantedAt', extract(epoch from x.granted_at) * 1000,
    'expiresAt', extract(epoch from x.expires_at) * 1000, 'reason', x.reason, 'cause', x.cause) order by x.id desc), '[]')
  from filing_exceptions x join people g on g.id = x.granted_by where x.checklist_id = c.id)`;

const OFFICE = sql`(
  select coalesce(json_agg(name), '[]') from (
    select w.name from appointments a join people w on w.id = a.person_id, (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
    where a.duty = 'office-reviewer' and ${standsOn(sql`a`, sql`day.today`)} order by a.starts_on, a.id limit 2) as serving)`;

/** One checklist with its answers, what the records say now, its files and its history. Null outside the fence. */
export async function findChecklist(viewer: Viewer, id: number): Promise<ChecklistView | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select c.id, c.month, c.division, d.name as place, post.name as post, c.post_id as "postId", c.filer_kind as "filerKind",
        c.person_id as "personId", p.name as filer, c.state, c.version,
        (extract(epoch from c.first_submitted_at) * 1000)::float8 as "filedAt", (extract(epoch from c.verified_at) * 1000)::float8 as "verifiedAt",
        (extract(epoch from county_now()) * 1000)::float8 as now, coalesce(days.due_day, 5) as "dueDay", coalesce(days.lock_day, 10) as "lockDay",
        ${extendedTo(sql`c.id`)} as "extendedTo", ${EXCEPTIONS} as exceptions, ${OFFICE} as office,
        (select json_agg(json_build_object('no', t.no, 'kind', t.kind, 'label', t.label, 'labelEn', t.label_en, 'indicator', t.indicator,
            'has', e.no is not null, 'claim', e.claim, 'text', e.text, 'explanation', e.explanation, 'nothing', coalesce(e.nothing, false),
            'recorded', e.recorded, 'verdict', e.verdict, 'note', e.note) order by t.no)
          from template_entries t left join checklist_entries e on e.checklist_id = c.id and e.no = t.no where t.template_id = c.template_id) as entries,
        (select json_agg(json_build_object('id', f.id, 'entry', f.entry_no, 'name', f.name, 'type', f.type, 'size', f.size) order by f.id)
          from evidence_files f where f.checklist_id = c.id) as files,
        (select json_agg(json_build_object('id', m.id, 'entry', m.entry_no, 'at', extract(epoch from m.at) * 1000, 'who', w.name, 'text', m.text) order by m.id)
          from entry_comments m join people w on w.id = m.person_id where m.checklist_id = c.id) as comments,
        (select json_agg(json_build_object('id', s.id, 'at', extract(epoch from s.at) * 1000, 'who', w.name, 'verb', s.verb, 'note', s.note) order by s.id desc)
          from checklist_steps s join people w on w.id = s.person_id where s.checklist_id = c.id) as steps
      from checklists c
      join divisions d on d.code = c.division
      join posts post on post.id = c.post_id
      join people p on p.id = c.person_id
      left join lateral (select due_day, lock_day from filing_calendar where from_month <= c.month order by from_month desc limit 1) as days on true
      where c.id = ${id}`);
    const [row] = rows;
    if (!row) return null;
    const { now, dueDay, lockDay, extendedTo: until, entries, files, comments, steps, ...rest } = row;
    const recorded = await recordedOf(tx, row.division, row.month, (entries ?? []).map((entry) => entry.indicator));
    const days = { dueDay, lockDay, extendedTo: until === null ? null : new Date(until) };
    return {
      ...rest,
      speaks: mayComment(viewer, row),
      now: new Date(now),
      days,
      ...deadlines(row.month, days),
      entries: (entries ?? []).map((entry) => entryOf(entry, recorded, files ?? [], comments ?? [])),
      steps: withoutRepeats(steps ?? []),
    };
  });
}

function entryOf({ kind, indicator, label, labelEn, has, ...kept }: EntryRow, recorded: Map<string, number | null>, files: EvidenceRow[], comments: CommentView[]): EntryView {
  const current = indicator ? (recorded.get(indicator) ?? null) : null;
  const { no } = kept;
  return {
    no, kind, indicator, occurs: occurs(indicator), label, labelEn, current, kept: has ? kept : null,
    files: files.filter((file) => file.entry === no), comments: comments.filter(({ entry }) => entry === no),
  };
}

const KEPT: readonly ChecklistVerb[] = ['save', 'revise'];
const withoutRepeats = (steps: StepView[]): StepView[] =>
  steps.filter(({ verb, who }, at) => !(KEPT.includes(verb) && at > 0 && steps[at - 1]!.verb === verb && steps[at - 1]!.who === who));
