import { type SQL, sql } from 'drizzle-orm';
import type { Area } from '@/domain/area';
import type { FilingCounts } from '@/domain/filing-cut';
import type { Month } from '@/domain/month';
import type { Tx } from './fence';
import type { ReadingKind } from './readings';
import { inArea } from './scope';

export interface FilingsAsked {
  readonly area: Area;
  readonly month: Month;
  readonly reading: ReadingKind;
}

/** The end of a day of the month's filing calendar. */
const endOf = (month: Month, day: 'due_day' | 'lock_day'): SQL => sql`(
  ((${month}::text || '-01')::date + interval '1 month' + make_interval(days => coalesce((
    select ${sql.raw(day)} from filing_calendar where from_month <= ${month} order by from_month desc limit 1), ${day === 'due_day' ? 5 : 10}::int))) at time zone 'Asia/Shanghai')`;

/** Whether checklist `c` counts as filed: by now, or as the month was known when it was locked. */
export const isFiled = (month: Month, reading: ReadingKind): SQL =>
  reading === 'known' ? sql`coalesce(c.first_submitted_at < ${endOf(month, 'lock_day')}, false)` : sql`c.first_submitted_at is not null`;

/** Whether checklist `c` was first filed before the end of the due day. */
export const isOnTime = (month: Month): SQL => sql`coalesce(c.first_submitted_at < ${endOf(month, 'due_day')}, false)`;

const VERIFIED_THEN = (month: Month): SQL => sql`coalesce((
  select s.verb = 'verify' from checklist_steps s where s.checklist_id = c.id and s.verb not in ('save', 'revise') and s.at < ${endOf(month, 'lock_day')} order by s.at desc, s.id desc limit 1), false)`;

/** Whether what was filed last before the lock was nothing but zeros. */
const ZERO_THEN = (month: Month): SQL => sql`(
  select s.all_zero from checklist_steps s where s.checklist_id = c.id and s.verb = 'submit' and s.at < ${endOf(month, 'lock_day')} order by s.at desc, s.id desc limit 1)`;

/**
 * A month's checklists counted by a key over `c`, from the rows. They add up to the measurements of the same reading: a change
 * after the lock is booked in a later month.
 */
export async function countFilings(tx: Tx, { area, month, reading }: FilingsAsked, key: SQL): Promise<Map<string, FilingCounts>> {
  const filed = isFiled(month, reading);
  const [zero, verified] = reading === 'known' ? [ZERO_THEN(month), VERIFIED_THEN(month)] : [sql`c.all_zero`, sql`c.state = 'verified'`];
  const { rows } = await tx.execute<FilingCounts & { key: string } & Record<string, unknown>>(sql`
    select ${key} as key, count(*)::int as expected, (count(*) filter (where ${filed}))::int as filed, (count(*) filter (where ${filed} and not ${zero}))::int as complete,
      (count(*) filter (where ${isOnTime(month)}))::int as "onTime", (count(*) filter (where ${verified}))::int as verified
    from checklists c where c.month = ${month} and ${inArea(sql`c.division`, area)} group by 1 order by 1`);
  return new Map(rows.map(({ key: each, ...counts }) => [each, counts]));
}
