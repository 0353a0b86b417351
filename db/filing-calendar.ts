import { sql } from 'drizzle-orm';
import type { CalendarRow } from '@/domain/filing-calendar';
import type { Tx } from './fence';
import { LOCKS } from './locks';

/** The filing calendar with the county's clock, oldest row first. */
export interface FilingCalendar {
  readonly rows: CalendarRow[];
  readonly now: Date;
}

export async function readFilingCalendar(tx: Tx): Promise<FilingCalendar> {
  const { rows } = await tx.execute<{ now: number; rows: CalendarRow[] }>(sql`
    select (extract(epoch from county_now()) * 1000)::float8 as now,
      (select coalesce(json_agg(json_build_object('from', from_month, 'dueDay', due_day, 'lockDay', lock_day) order by from_month), '[]') from filing_calendar) as rows`);
  return { rows: rows[0]?.rows ?? [], now: new Date(rows[0]?.now ?? 0) };
}

/** Holds the calendar for one change at a time, until the transaction ends. */
export async function holdFilingCalendar(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.filingCalendar}, 0)`);
}

/** Makes the calendar these rows, from a month on. */
export async function writeFilingCalendar(tx: Tx, rows: readonly CalendarRow[], from: string): Promise<void> {
  await tx.execute(sql`delete from filing_calendar where from_month >= ${from}`);
  for (const row of rows.filter((each) => each.from >= from)) {
    await tx.execute(sql`insert into filing_calendar (from_month, due_day, lock_day) values (${row.from}, ${row.dueDay}, ${row.lockDay})`);
  }
}
