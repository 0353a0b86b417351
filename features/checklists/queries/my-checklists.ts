import 'server-only';
import { sql } from 'drizzle-orm';
import { extendedTo } from '@/db/checklists';
import { fenced } from '@/db/fence';
import type { ChecklistState } from '@/domain/checklist';
import { deadlines, filingTime, type FilingTime, monthEnd } from '@/domain/deadline';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface MyChecklist {
  readonly id: number;
  readonly month: Month;
  readonly post: string;
  readonly state: ChecklistState;
  readonly filedAt: number | null;
  readonly dueAt: Date;
  readonly lockAt: Date;
  /** The end of an exception that runs now. */
  readonly openUntil: Date | null;
  readonly time: FilingTime;
  /** The month reported on has ended: this is what is asked for now. */
  readonly over: boolean;
}

interface Row extends Record<string, unknown>, Omit<MyChecklist, 'dueAt' | 'lockAt' | 'openUntil' | 'time' | 'over'> {
  now: number;
  dueDay: number;
  lockDay: number;
  extendedTo: number | null;
}

/** The viewer's own checklists, newest month first: the running one, the one asked for, and what went before. */
export async function myChecklists(viewer: Viewer): Promise<MyChecklist[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select c.id, c.month, p.name as post, c.state, (extract(epoch from c.first_submitted_at) * 1000)::float8 as "filedAt",
        (extract(epoch from county_now()) * 1000)::float8 as now, coalesce(days.due_day, 5) as "dueDay", coalesce(days.lock_day, 10) as "lockDay",
        ${extendedTo(sql`c.id`)} as "extendedTo"
      from checklists c join posts p on p.id = c.post_id
      left join lateral (select due_day, lock_day from filing_calendar where from_month <= c.month order by from_month desc limit 1) as days on true
      where c.person_id = ${viewer.personId} order by c.month desc, c.id limit 8`);
    return rows.map(({ now, dueDay, lockDay, extendedTo: until, ...row }) => {
      const days = { dueDay, lockDay, extendedTo: until === null ? null : new Date(until) };
      const openUntil = until !== null && now < until ? days.extendedTo : null;
      return { ...row, ...deadlines(row.month, days), openUntil, time: filingTime(row.month, days, new Date(now)), over: monthEnd(row.month).getTime() <= now };
    });
  });
}
