import { type SQL, sql } from 'drizzle-orm';
import { CHECKLIST_MOVES } from '@/domain/checklist';
import { COMMANDING, type MessageMoment, REPORTED_UP } from '@/domain/inbox';
import type { Moment } from '@/domain/job';
import type { Month } from '@/domain/month';
import { standsOn } from './dated';
import type { Tx } from './fence';
import { textArray } from './readings';

/** Reminds every filer of a month who has not filed yet; what came back to them has a message of its own. Returns how many. */
export async function sendReminders(tx: Tx, month: Month, moment: Moment): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into inbox_messages (person_id, kind, moment, month, checklist_id)
    select person_id, 'reminder', ${moment}, month, id from checklists
    where month = ${month} and first_submitted_at is null order by id`);
  return rowCount ?? 0;
}

/**
 * Tells who commands the posts that have not filed a month how many those are: up the filers' own line of posts, as far as the
 * moment says, and nobody else. Returns how many were told.
 */
export async function sendDigests(tx: Tx, month: Month, moment: MessageMoment): Promise<number> {
  const depth = REPORTED_UP[moment];
  if (depth === 0) return 0;
  const { rowCount } = await tx.execute(sql`
    with missing as (
      select own.parent_id as first, above.parent_id as second
      from checklists c join posts own on own.id = c.post_id left join posts above on above.id = own.parent_id
      where c.month = ${month} and c.first_submitted_at is null
    ),
    told as (
      select post_id, count(*)::int as missing
      from (select first as post_id from missing union all select second from missing where ${depth}::int > 1) as line
      where post_id is not null group by post_id
    )
    insert into inbox_messages (person_id, kind, moment, month, post_id, depth, missing)
    select a.person_id, 'digest', ${moment}, ${month}, told.post_id, ${depth}::int, told.missing
    from told join appointments a on a.post_id = told.post_id and a.duty = any(${textArray(COMMANDING)}),
      (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
    where ${standsOn(sql`a`, sql`day.today`)}
    order by told.post_id, a.person_id`);
  return rowCount ?? 0;
}

/** Tells everybody who had a part in a checklist (its filer, who decided on it, who commented) of a new comment: once for what its author says within an hour, as long as nobody answers. */
export async function tellOfComment(tx: Tx, { checklist, comment, author }: Record<'checklist' | 'comment' | 'author', number>): Promise<void> {
  await tx.execute(sql`
    insert into inbox_messages (person_id, kind, month, checklist_id)
    select part.person_id, 'comment', c.month, c.id from checklists c
    cross join lateral (
      select c.person_id
      union select s.person_id from checklist_steps s where s.checklist_id = c.id and s.verb = any(${textArray(['verify', 'return', 'challenge'])})
      union select m.person_id from entry_comments m where m.checklist_id = c.id
    ) as part
    where c.id = ${checklist} and part.person_id <> ${author}
      and not exists (select from entry_comments m where m.checklist_id = c.id and m.person_id = ${author} and m.id <> ${comment} and m.at > county_now() - interval '1 hour'
        and not exists (select from entry_comments answer where answer.checklist_id = m.checklist_id and answer.person_id <> ${author} and answer.id > m.id))
    order by part.person_id`);
}

/** What may be told outside of a month's filing: counts, the posts that have not filed, and what their superiors' posts were told. No person. */
export async function filingFacts(tx: Tx, month: Month, moment: MessageMoment): Promise<Record<string, unknown>> {
  const { rows } = await tx.execute(sql`
    select count(*)::int as expected, count(first_submitted_at)::int as filed,
      coalesce(json_agg(post_id order by post_id) filter (where first_submitted_at is null), '[]') as posts,
      (select coalesce(json_agg(told order by told.post), '[]') from (
        select distinct post_id as post, missing from inbox_messages where kind = 'digest' and month = ${month} and moment = ${moment}) as told) as digests
    from checklists where month = ${month}`);
  return rows[0] ?? {};
}

/** Checklists that a digest `m` still counts: not filed, of a post below its own, as far down as it was told. */
const STILL_MISSING = sql`
  from checklists c join posts own on own.id = c.post_id left join posts above on above.id = own.parent_id
  where c.month = m.month and c.first_submitted_at is null and (own.parent_id = m.post_id or (m.depth > 1 and above.parent_id = m.post_id))`;

export const stillMissing: SQL = sql`(select count(*)::int ${STILL_MISSING})`;

/** Whether what a message `m` asks for is done: read from the records, never set. That a month was locked again, or somebody commented, stays to be read. */
export const settled: SQL = sql`case m.kind
  when 'digest' then not exists (select ${STILL_MISSING})
  when 'reminder' then not exists (select from checklists c where c.id = m.checklist_id and c.first_submitted_at is null)
  when 'relocked' then false
  when 'comment' then false
  when 'relief-overdue' then not exists (select from relief_cases c where c.id = m.relief_case_id and c.state = m.relief_state)
  when 'top-up' then not exists (select from top_up_tasks where closed_at is null)
  else not exists (select from checklists c where c.id = m.checklist_id and c.state = any(${textArray(CHECKLIST_MOVES.submit.from)})) end`;
