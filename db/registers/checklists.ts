import { type SQL, sql } from 'drizzle-orm';
import type { RegisterName } from '@/domain/indicators';

/** A checklist counts in the month it reports on. All zero is filed, not complete. On time: first filed before the end of the due day (filing_calendar), Asia/Shanghai. */
const checklistsWhere = (where: SQL): SQL => sql`
  select c.id::text as key, c.id as ord, c.division, (c.month || '-01')::date as since, null::date as until, 1 as amount,
    (select p.name from people p where p.id = c.person_id) as label, 'checklist' as kind
  from checklists c where ${where}`;

export const CHECKLIST_REGISTERS = {
  'checklists-expected': checklistsWhere(sql`true`),
  'checklists-filed': checklistsWhere(sql`c.first_submitted_at is not null`),
  'checklists-complete': checklistsWhere(sql`c.first_submitted_at is not null and not c.all_zero`),
  'checklists-on-time': checklistsWhere(sql`c.first_submitted_at < (
    select ((c.month || '-01')::date + interval '1 month' + make_interval(days => f.due_day)) at time zone 'Asia/Shanghai'
    from filing_calendar f where f.from_month <= c.month order by f.from_month desc limit 1)`),
  'checklists-verified': checklistsWhere(sql`c.state = 'verified'`),
} satisfies Partial<Record<RegisterName, SQL>>;
