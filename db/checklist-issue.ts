import { sql } from 'drizzle-orm';
import { FILING_DUTIES } from '@/domain/checklist';
import { addMonths, firstDay, type Month } from '@/domain/month';
import type { Tx } from './fence';
import { remeasure } from './measure';

const DUTY_KINDS = sql.join(Object.entries(FILING_DUTIES).map(([duty, kind]) => sql`(${duty}, ${kind})`), sql`, `);

/**
 * Issues a month's checklists: one to each holder of a filing appointment in that month so far, by the newest template of their
 * kind (a sub-command's by its line, else the general one). A seat reports once: who takes it over later in the month takes over its
 * checklist (db/seats.ts). Safe to run twice and by several instances at once: a unique index
 * keeps one per appointment and month. Only the divisions that got one are measured again.
 * @param post only this post's; all when null
 * @returns how many were issued now
 */
export async function issueChecklists(tx: Tx, month: Month, post: number | null = null): Promise<number> {
  const first = firstDay(month);
  const next = firstDay(addMonths(month, 1));
  const { rows } = await tx.execute<{ division: string }>(sql`
    insert into checklists (month, template_id, filer_kind, appointment_id, person_id, post_id, division, line)
    select distinct on (a.post_id, kinds.kind) ${month}, template.id, kinds.kind, a.id, a.person_id, a.post_id, a.division, p.line
    from appointments a
    join (values ${DUTY_KINDS}) as kinds (duty, kind) on kinds.duty = a.duty
    join posts p on p.id = a.post_id
    cross join lateral (
      select t.id from checklist_templates t
      where t.filer_kind = kinds.kind and t.from_month <= ${month} and (t.line is null or t.line = p.line)
      order by (t.line is not null) desc, t.from_month desc limit 1
    ) as template
    where a.starts_on < ${next}::date and a.starts_on <= (county_now() at time zone 'Asia/Shanghai')::date
      and (a.ends_on is null or a.ends_on > ${first}::date) and (${post}::int is null or a.post_id = ${post})
      and not exists (select from checklists c where c.month = ${month} and c.post_id = a.post_id and c.filer_kind = kinds.kind)
    order by a.post_id, kinds.kind, a.starts_on desc, a.id desc
    on conflict (month, appointment_id) do nothing
    returning division`);
  const divisions = [...new Set(rows.map((row) => row.division))];
  await remeasure(tx, divisions.map((division) => ({ register: 'checklists-expected', division, month })));
  return rows.length;
}
