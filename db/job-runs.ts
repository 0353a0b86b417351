import { sql } from 'drizzle-orm';
import { FILING_DAYS, type FilingDays } from '@/domain/deadline';
import { firstToRun, type Job } from '@/domain/job';
import type { Month } from '@/domain/month';
import { readClock } from './clock';
import type { Tx } from './fence';
import { LOCKS } from './locks';

/** Where the county's calendar stands. */
export interface CalendarState {
  readonly now: Date;
  /** The first month that may still have something to do. */
  readonly first: Month;
  daysOf(month: Month): FilingDays;
}

interface Row extends Record<string, unknown> {
  now: number;
  running: Month;
  closed: Month | null;
  begun: Month | null;
  issued: Month | null;
  calendar: (FilingDays & { from: Month })[];
}

/** Whether this transaction is the one that works the job now; another instance's has the others. */
export async function tryJob(tx: Tx, job: Job): Promise<boolean> {
  const { rows } = await tx.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCKS.job}, hashtext(${job})) as got`);
  return rows[0]?.got ?? false;
}

/** The county's clock and filing days, and the month from which on work may be left. */
export async function readCalendarState(tx: Tx): Promise<CalendarState> {
  const { rows } = await tx.execute<Row>(sql`
    select (extract(epoch from clock.at) * 1000)::float8 as now, to_char(clock.at at time zone 'Asia/Shanghai', 'YYYY-MM') as running,
      (select max(occasion) from job_runs where job = 'close') as closed, (select min(occasion) from job_runs where job = 'issue') as begun,
      (select max(month) from checklists) as issued,
      (select coalesce(json_agg(json_build_object('from', from_month, 'dueDay', due_day, 'lockDay', lock_day) order by from_month desc), '[]') from filing_calendar) as calendar
    from (select county_now() as at) as clock`);
  const [row] = rows;
  if (!row) throw new Error('the database told no time');
  const daysOf = (month: Month): FilingDays => row.calendar.find(({ from }) => from <= month) ?? FILING_DAYS;
  const { openMonth: open } = await readClock(tx);
  return { now: new Date(row.now), first: firstToRun({ ...row, open }), daysOf };
}

/** The occasions of a job that were worked already. */
export async function workedOccasions(tx: Tx, since: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ key: string }>(sql`select job || ' ' || occasion as key from job_runs where job in ('issue', 'remind', 'close') and occasion >= ${since}`);
  return new Set(rows.map(({ key }) => key));
}

/** Notes that an occasion was worked, in the transaction of its work. */
export async function recordRun(tx: Tx, job: Job, occasion: string, made: number): Promise<void> {
  await tx.execute(sql`insert into job_runs (job, occasion, made) values (${job}, ${occasion}, ${made})`);
}

/** Tells open screens that something of these months changed, with the transaction. */
export async function announce(tx: Tx, kind: string, months: readonly Month[]): Promise<void> {
  await tx.execute(sql`select pg_notify('changes', ${JSON.stringify({ kind, division: null, months })})`);
}
