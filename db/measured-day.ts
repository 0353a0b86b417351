import { type SQL, sql } from 'drizzle-orm';

const SETTING = 'measured_to';

/**
 * The day up to which the registers count what begins by the passing of time alone: a promise that is overdue, a household that
 * nobody came to for too long. It moves on in one transaction with what those days bring (db/passing-days.ts), so a figure is its
 * rows at any moment. Endless in a county whose days were never measured: there everything to come is booked already.
 */
export const MEASURED_DAY: SQL = sql`coalesce((select value::date from installation where key = ${sql.raw(`'${SETTING}'`)}), 'infinity')`;

/** The statement that sets the day, `YYYY-MM-DD`. */
export const setMeasuredDay = (day: string): SQL => sql`
  insert into installation (key, value) values (${SETTING}, ${day}) on conflict (key) do update set value = excluded.value`;
