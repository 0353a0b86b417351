import { sql } from 'drizzle-orm';
import type { Month } from '@/domain/month';
import type { Tx } from './fence';

export interface Clock {
  /** The county's day, `YYYY-MM-DD` in Asia/Shanghai. */
  today: string;
  /** The first month that is not locked yet: the one being filed, where corrections of closed months are booked. */
  openMonth: Month;
  /** The day after which the open month locks, `YYYY-MM-DD`. */
  locksOn: string;
  /** The day and PostgreSQL's own snapshot: while it stands, no transaction has begun or ended a write, so no answer can be another. */
  state: string;
}

/** The county's clock, read from the database: real time plus the installation's fixed offset (zero but for a demonstration). */
export async function readClock(tx: Tx): Promise<Clock> {
  const { rows } = await tx.execute<{ today: string; open_month: Month; locks_on: string; snapshot: string }>(sql`
    select to_char(local.now, 'YYYY-MM-DD') as today, to_char(open.month, 'YYYY-MM') as open_month,
      to_char(open.month + interval '1 month' + make_interval(days => coalesce((
        select lock_day from filing_calendar where from_month <= to_char(open.month, 'YYYY-MM') order by from_month desc limit 1), 10) - 1), 'YYYY-MM-DD') as locks_on,
      pg_current_snapshot()::text as snapshot
    from (select county_now() at time zone 'Asia/Shanghai' as now) as local
    left join lateral (
      select lock_day from filing_calendar
      where from_month <= to_char(local.now - interval '1 month', 'YYYY-MM') order by from_month desc limit 1
    ) as calendar on true
    cross join lateral (
      select date_trunc('month', local.now - case
        when local.now < date_trunc('month', local.now) + make_interval(days => coalesce(calendar.lock_day, 10)) then interval '1 month'
        else interval '0' end) as month
    ) as open`);
  const [row] = rows;
  if (!row) throw new Error('the database told no time');
  return { today: row.today, openMonth: row.open_month, locksOn: row.locks_on, state: `${row.today} ${row.snapshot}` };
}
