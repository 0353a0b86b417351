import 'server-only';
import { sql } from 'drizzle-orm';
import { extendedTo } from '@/db/checklists';
import { readClock } from '@/db/clock';
import { fenced, type Tx } from '@/db/fence';
import { inArea } from '@/db/scope';
import { may } from '@/domain/access';
import type { Area } from '@/domain/area';
import type { ChecklistState, FilerKind } from '@/domain/checklist';
import { closesAt, deadlines, type FilingDays } from '@/domain/deadline';
import { addMonths, firstDay, type Month, monthOf } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { earlierWaiting, type WaitingMonth } from '@/features/checklists/queries/earlier-waiting';
import { type LetterToSign, lettersToSign } from '@/features/letters/queries/letters-to-sign';
import { type CardCase, cardsToChange, cardsToConfirm } from '@/features/relief-reviews/queries/cards-waiting';
import { objectionsWaiting, reviewsWaiting, type WaitingReviews } from '@/features/relief-reviews/queries/reviews-waiting';
import { squadOf } from '@/features/spot-checks/policy';

type Row = Record<string, unknown>;

export interface ToFile {
  id: number;
  month: Month;
  kind: FilerKind;
  post: string;
  state: ChecklistState;
  dueAt: Date;
  late: boolean;
}
export interface ToVisit {
  id: number;
  name: string;
  village: string;
  groupNo: number;
  lastVisit: string | null;
}
export interface Trailing {
  code: string;
  name: string;
  missing: number;
  expected: number;
}
export interface FundToDo {
  /** Approved cases, cases that the bank sent back, batches that wait for their file, their result or their closing, payments that came back and are to be confirmed. */
  approved: number;
  failed: number;
  batches: number;
  returns: number;
  /** Fen missing to the floor, and until when; null when nothing is. */
  topUp: { shortfall: number; due: number; overdue: boolean } | null;
}
export interface ToDo {
  today: string;
  month: Month;
  toFile: ToFile[];
  /** Own households that nobody visited this calendar month; `of` is how many there are. */
  toVisit: { rows: ToVisit[]; count: number; of: number } | null;
  /** Demands that wait for an answer on the viewer's ground, and promises whose day has passed. */
  demands: { open: number; overdue: number } | null;
  /** Own hand-overs that wait for this person's word. */
  handovers: { id: number; give: boolean; other: string }[];
  /** Responsibility letters that lack this person's signature. */
  letters: LetterToSign[];
  /** Relief applications that wait for the viewer's village: to be completed, or sent back to it. */
  relief: { received: number; returned: number } | null;
  /** Relief applications that wait for a review of the viewer's, and objections that they may answer. */
  reviews: WaitingReviews[];
  objections: number;
  /** Relief cases whose account the viewer is to change because the bank sent the money back, and those whose changed account they are to confirm. */
  cards: { change: CardCase[]; confirm: CardCase[] };
  /** What the finance officer has to pay and to reconcile, and the top-up that is due. */
  fund: FundToDo | null;
  /** The office's queue: checklists of the month by state. */
  queue: Partial<Record<ChecklistState, number>> | null;
  /** Months before it of which checklists still wait for the office. */
  earlier: WaitingMonth[];
  /** The squad's spot checks: a sample of the month that was locked last still to be drawn, from so many verified checklists, and those drawn of which so many are not checked. */
  spots: { month: Month; drawn: boolean; left: number }[];
  /** Places of the ground that have not filed all of the month's checklists. */
  trailing: { rows: Trailing[]; count: number } | null;
}

const LISTED = 8;

/** What waits for the viewer. Each item is read from the records, so it is gone as soon as the record exists. */
export async function readToDo(viewer: Viewer): Promise<ToDo> {
  return fenced(viewer, async (tx) => {
    const { today, openMonth: month } = await readClock(tx);
    const { area } = viewer.scope;
    const has = (...roles: string[]) => viewer.roles.some((role) => roles.includes(role));
    return {
      today,
      month,
      toFile: may(viewer, 'checklists.file') ? await filingsOf(tx, viewer, month) : [],
      toVisit: has('cadre') ? await unvisitedOf(tx, viewer, today) : null,
      demands: may(viewer, 'demands.answer') && area ? await demandsIn(tx, area) : null,
      handovers: may(viewer, 'handovers.confirm') ? await handoversOf(tx, viewer) : [],
      letters: await lettersToSign(viewer),
      relief: may(viewer, 'relief.apply') && area ? await reliefIn(tx, area) : null,
      reviews: await reviewsWaiting(viewer),
      objections: await objectionsWaiting(viewer),
      cards: { change: await cardsToChange(viewer), confirm: await cardsToConfirm(viewer) },
      fund: may(viewer, 'fund.keep') ? await fundOf(tx) : null,
      queue: has('office') && area ? await queueOf(tx, area, month) : null,
      earlier: has('office') && area ? await earlierWaiting(viewer, area) : [],
      spots: may(viewer, 'spots.check') && area ? await spotsOf(tx, viewer, area, addMonths(month, -1)) : [],
      trailing: has('township', 'zone', 'squad') && area ? await trailingIn(tx, area, month) : null,
    };
  });
}

async function filingsOf(tx: Tx, viewer: Viewer, month: Month): Promise<ToFile[]> {
  const { rows } = await tx.execute<Omit<ToFile, 'late' | 'dueAt'> & FilingDays & { now: number; until: number | null; filed: boolean } & Row>(sql`
    select c.id, c.month, c.filer_kind as kind, p.name as post, c.state, c.first_submitted_at is not null as filed, f.due_day as "dueDay", f.lock_day as "lockDay",
      (extract(epoch from county_now()) * 1000)::float8 as now, ${extendedTo(sql`c.id`)} as until
    from checklists c join posts p on p.id = c.post_id
    join lateral (select due_day, lock_day from filing_calendar where from_month <= c.month order by from_month desc limit 1) f on true
    where c.person_id = ${viewer.personId} and (c.month >= ${month} or ${extendedTo(sql`c.id`)} > extract(epoch from county_now()) * 1000) and c.state in ('open', 'draft', 'returned') order by c.month, c.id`);
  return rows.map(({ now, until, filed, dueDay, lockDay, ...row }) => {
    const terms = { dueDay, lockDay, extendedTo: until === null ? null : new Date(until) };
    // What was filed before came back: it can be late no more, and is done again until it locks.
    const dueAt = filed || row.month < month ? closesAt(row.month, terms) : deadlines(row.month, terms).dueAt;
    return { ...row, dueAt, late: dueAt.getTime() <= now };
  });
}

async function unvisitedOf(tx: Tx, viewer: Viewer, today: string): Promise<NonNullable<ToDo['toVisit']>> {
  const { rows } = await tx.execute<ToVisit & { of: number } & Row>(sql`
    with mine as (
      select h.id, h.head_name as name, d.short_name as village, h.group_no as "groupNo",
        (select max(v.visited_on) from visits v where v.household_id = h.id) as "lastVisit"
      from assignments a join households h on h.id = a.household_id join divisions d on d.code = h.division
      where a.person_id = ${viewer.personId} and a.ends_on is null
    )
    select *, (select count(*) from mine)::int as of from mine
    where "lastVisit" is null or "lastVisit" < ${firstDay(monthOf(today))}::date order by "lastVisit" nulls first, id`);
  if (rows.length > 0) return { rows: rows.slice(0, LISTED), count: rows.length, of: rows[0]!.of };
  const all = await tx.execute<{ of: number }>(sql`select count(*)::int as of from assignments where person_id = ${viewer.personId} and ends_on is null`);
  return { rows: [], count: 0, of: all.rows[0]?.of ?? 0 };
}

async function reliefIn(tx: Tx, area: Area): Promise<NonNullable<ToDo['relief']>> {
  const { rows } = await tx.execute<{ received: number; returned: number }>(sql`
    select (count(*) filter (where state = 'received'))::int as received, (count(*) filter (where state = 'returned'))::int as returned
    from relief_cases where ${inArea(sql`division`, area)} and state in ('received', 'returned')`);
  return rows[0] ?? { received: 0, returned: 0 };
}

async function fundOf(tx: Tx): Promise<FundToDo> {
  const { rows: [row] } = await tx.execute<FundToDo & Row>(sql`
    select (select count(*)::int from relief_cases where state = 'approved') as approved, (select count(*)::int from relief_cases where state = 'failed') as failed,
      (select count(*)::int from relief_batches where state not in ('closed', 'void')) as batches,
      (select count(*)::int from relief_batch_lines where state = 'paid' and return_entered_by is not null) as returns,
      (select json_build_object('shortfall', shortfall, 'due', (extract(epoch from due_at) * 1000)::float8, 'overdue', due_at <= county_now()) from top_up_tasks where closed_at is null) as "topUp"`);
  return row ?? { approved: 0, failed: 0, batches: 0, returns: 0, topUp: null };
}

async function demandsIn(tx: Tx, area: Area): Promise<NonNullable<ToDo['demands']>> {
  const { rows } = await tx.execute<{ open: number; overdue: number }>(sql`
    select count(*)::int as open, (count(*) filter (where due_on < (county_now() at time zone 'Asia/Shanghai')::date))::int as overdue
    from demands where answered_on is null and ${inArea(sql`division`, area)}`);
  return rows[0] ?? { open: 0, overdue: 0 };
}

async function handoversOf(tx: Tx, viewer: Viewer): Promise<ToDo['handovers']> {
  const me = viewer.personId;
  const { rows } = await tx.execute<ToDo['handovers'][number] & Row>(sql`
    select h.id, h.from_person_id = ${me} as give, coalesce(p.name, '') as other
    from handovers h left join people p on p.id = case when h.from_person_id = ${me} then h.to_person_id else h.from_person_id end
    where (h.from_person_id = ${me} and h.given_at is null) or (h.to_person_id = ${me} and h.taken_at is null) order by h.id desc limit ${LISTED}`);
  return rows;
}

async function queueOf(tx: Tx, area: Area, month: Month): Promise<NonNullable<ToDo['queue']>> {
  const { rows } = await tx.execute<{ state: ChecklistState; count: number }>(sql`
    select state, count(*)::int as count from checklists where month = ${month} and ${inArea(sql`division`, area)} group by state`);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

async function spotsOf(tx: Tx, viewer: Viewer, area: Area, last: Month): Promise<ToDo['spots']> {
  const squad = squadOf(viewer)?.postId ?? 0;
  const { rows } = await tx.execute<ToDo['spots'][number] & Row>(sql`
    select s.month, true as drawn, count(*)::int as left
    from spot_samples s join spot_checks k on k.sample_id = s.id and k.result is null join checklists c on c.id = k.checklist_id and c.state = 'verified'
    where s.post_id = ${squad} group by s.month
    union all select ${last}, false, count(*)::int from checklists
    where month = ${last} and state = 'verified' and person_id <> ${viewer.personId} and ${inArea(sql`division`, area)}
      and not exists (select from spot_samples where post_id = ${squad} and month = ${last}) having count(*) > 0
    order by month desc`);
  return rows;
}

async function trailingIn(tx: Tx, area: Area, month: Month): Promise<NonNullable<ToDo['trailing']>> {
  const { rows } = await tx.execute<Trailing & Row>(sql`
    select d.code, d.short_name as name, (count(*) filter (where c.first_submitted_at is null))::int as missing, count(*)::int as expected
    from checklists c join divisions d on d.code = c.division
    where c.month = ${month} and ${inArea(sql`c.division`, area)}
    group by d.code having count(*) filter (where c.first_submitted_at is null) > 0 order by missing desc, d.code`);
  return { rows: rows.slice(0, LISTED), count: rows.length };
}
