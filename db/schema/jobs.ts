import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { JOBS } from '@/domain/job';
import { stamped } from './columns';

/** What the calendar has done: a row is written in the transaction of its work, so that each occasion is worked once. */
export const jobRuns = pgTable('job_runs', {
  job: text({ enum: JOBS }).notNull(),
  /** Which time: a month, a month and a moment, a day, an exception's number. */
  occasion: text().notNull(),
  at: stamped(),
  /** How many it made: checklists issued, messages sent. */
  made: integer().notNull().default(0),
}, (t) => [primaryKey({ columns: [t.job, t.occasion] }), index('job_runs_by_time').on(t.at)]);

/**
 * Messages for the county's own messenger, written in the transaction of what they tell. No personal data: months, posts,
 * divisions and counts. Attempts run on real time, not the demonstration's.
 */
export const outbox = pgTable('outbox', {
  id: uuid().primaryKey().defaultRandom(),
  event: text().notNull(),
  payload: jsonb().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  attempts: integer().notNull().default(0),
  /** When it is tried next; while an attempt runs, when it counts as lost. */
  nextAt: timestamp('next_at', { withTimezone: true }).notNull().defaultNow(),
  deliveredAt: timestamp('delivered_at', { withTimezone: true }),
  givenUpAt: timestamp('given_up_at', { withTimezone: true }),
  /** What the last attempt met: a status code or the name of an error. */
  problem: text(),
}, (t) => [
  index('outbox_waiting').on(t.nextAt).where(sql`delivered_at is null and given_up_at is null`),
  index('outbox_by_time').on(t.createdAt),
]);
