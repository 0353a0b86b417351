import { sql } from 'drizzle-orm';
import { CHECKLIST_STATES, FILING_DUTIES, isWritable } from '@/domain/checklist';
import type { Duty } from '@/domain/command';
import { type Month, monthOf, monthsBetween } from '@/domain/month';
import { issueChecklists } from './checklist-issue';
import { readClock } from './clock';
import { standsOn } from './dated';
import type { Tx } from './fence';
import { remeasure } from './measure';
import { audits } from './schema/accounts';

/** Whom the audit trail names. */
export interface Doer {
  readonly personId: number;
  readonly username: string;
}

const WRITABLE = CHECKLIST_STATES.filter(isWritable);

/**
 * A month's report is the seat's. What its former holder has not filed goes to whoever holds it today, as it stands; nobody gets
 * what they decided on as a reviewer. Of one post, or of all; closed months stay with whom they were, unless an exception runs. Or
 * one checklist alone, whatever its month.
 */
export async function passOnChecklists(tx: Tx, by: Doer, { post = null, checklist = null }: { post?: number | null; checklist?: number | null } = {}): Promise<number> {
  const { today, openMonth } = await readClock(tx);
  const { rows } = await tx.execute<{ id: number; division: string; before: string; after: string }>(sql`
    with passed as (
      update checklists c set person_id = next.person_id, appointment_id = next.id
      from appointments last, appointments next
      where c.state in ${WRITABLE} and (${post}::int is null or c.post_id = ${post}) and (${checklist}::int is null or c.id = ${checklist})
        and (c.id = ${checklist} or c.month >= ${openMonth} or exists (select from filing_exceptions x where x.checklist_id = c.id and x.expires_at > county_now()))
        and last.id = c.appointment_id and last.ends_on <= ${today}::date
        and (last.ends_on > (c.month || '-01')::date or next.starts_on < (c.month || '-01')::date + interval '1 month')
        and next.post_id = last.post_id and next.duty = last.duty and ${standsOn(sql`next`, sql`${today}::date`)}
        and not exists (select from checklists own where own.month = c.month and own.appointment_id = next.id)
        and not exists (select from checklist_steps s where s.checklist_id = c.id and s.person_id = next.person_id and s.verb in ('verify', 'return', 'challenge'))
      returning c.id, c.division, last.person_id as before, next.person_id as after
    )
    select passed.id, passed.division, old.name as before, new.name as after
    from passed join people old on old.id = passed.before join people new on new.id = passed.after order by passed.id`);
  for (const { id, division, before, after } of rows) {
    await tx.insert(audits).values({
      personId: by.personId, actor: by.username, command: 'checklist.pass-on', subjectKind: 'checklist', subjectId: String(id), division, before: { filer: before }, after: { filer: after },
    });
  }
  return rows.length;
}

/** Before a month is opened again: its checklist goes to whoever holds the seat today. @returns whose it is then */
export async function passOnChecklist(tx: Tx, by: Doer, checklist: number): Promise<number> {
  await passOnChecklists(tx, by, { checklist });
  const { rows } = await tx.execute<{ person: number }>(sql`select person_id as person from checklists where id = ${checklist}`);
  return rows[0]!.person;
}

/** Takes back what nobody has touched of months in which the seat's appointment no longer served a day, and nobody follows. */
async function withdrawUnserved(tx: Tx, post: number): Promise<void> {
  const { openMonth } = await readClock(tx);
  const { rows } = await tx.execute<{ division: string; month: Month }>(sql`
    delete from checklists c using appointments a
    where c.post_id = ${post} and c.state = 'open' and c.month >= ${openMonth} and a.id = c.appointment_id and a.ends_on <= (c.month || '-01')::date
      and not exists (select from checklist_steps s where s.checklist_id = c.id) and not exists (select from checklist_entries e where e.checklist_id = c.id)
    returning c.division, c.month`);
  await remeasure(tx, rows.map((row) => ({ register: 'checklists-expected', ...row })));
}

/** After a change of who serves a duty at a post: what the seat owes for the open months is its holder's. */
export async function settleSeat(tx: Tx, by: Doer, post: number, duty: Duty): Promise<void> {
  if (!(duty in FILING_DUTIES)) return;
  await passOnChecklists(tx, by, { post });
  await withdrawUnserved(tx, post);
  const { today, openMonth } = await readClock(tx);
  for (const month of monthsBetween(openMonth, monthOf(today))) await issueChecklists(tx, month, post);
}
