import { type SQL, sql } from 'drizzle-orm';
import type { ReliefCause, ReliefState } from '@/domain/relief';

/** Another application that is under way or was paid. `amount` in fen; null before there is one. */
export interface OtherCase extends Record<string, unknown> {
  readonly id: number;
  readonly no: string;
  readonly cause: ReliefCause;
  readonly year: number;
  readonly state: ReliefState;
  readonly amount: number | null;
}

export const OTHER_COLUMNS: SQL = sql`o.id, o.no, o.cause, o.year, o.state, o.amount::float8 as amount`;
export const othersLive: SQL = sql`o.state not in ('refused', 'withdrawn')`;

/** Whether `o` is another application of the household of case `c`, or counts one of its people, whatever the cause. */
export const othersOfCase: SQL = sql`o.id <> c.id and ${othersLive} and (o.subject_key = c.subject_key
  or o.id in (select q.case_id from relief_people p join relief_people q on q.id_hash = p.id_hash where p.case_id = c.id))`;
