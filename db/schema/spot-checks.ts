import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { SPOT_RESULTS } from '@/domain/spot-check';
import { checklists } from './checklists';
import { divisionCode, id } from './columns';
import { people, posts } from './command';

/** A squad's sample of a month's verified checklists: one a month, so that nobody draws until the sample suits. */
export const spotSamples = pgTable('spot_samples', {
  id: id(),
  postId: integer('post_id').notNull().references(() => posts.id),
  month: text().notNull(),
  /** With the population it gives the sample again (domain/spot-check.ts). */
  seed: text().notNull(),
  population: integer().notNull(),
  drawnBy: integer('drawn_by').notNull().references(() => people.id),
  drawnAt: timestamp('drawn_at', { withTimezone: true }).notNull().default(sql`county_now()`),
}, (t) => [unique('spot_samples_once').on(t.postId, t.month)]);

/** A checklist drawn, and what the squad found. */
export const spotChecks = pgTable('spot_checks', {
  sampleId: integer('sample_id').notNull().references(() => spotSamples.id),
  checklistId: integer('checklist_id').notNull().references(() => checklists.id),
  division: divisionCode().notNull(),
  no: integer().notNull(),
  result: text({ enum: SPOT_RESULTS }),
  note: text(),
  checkedBy: integer('checked_by').references(() => people.id),
  checkedAt: timestamp('checked_at', { withTimezone: true }),
}, (t) => [primaryKey({ columns: [t.sampleId, t.checklistId] }), index('spot_checks_by_checklist').on(t.checklistId)]);

/** Something wrong that supervision found. Opened by a spot check that refuted a checklist; closed when it is verified again by another person. */
export const findings = pgTable('findings', {
  id: id(),
  checklistId: integer('checklist_id').notNull().references(() => checklists.id),
  division: divisionCode().notNull(),
  foundBy: integer('found_by').notNull().references(() => people.id),
  foundAt: timestamp('found_at', { withTimezone: true }).notNull().default(sql`county_now()`),
  detail: text().notNull(),
  closedBy: integer('closed_by').references(() => people.id),
  closedAt: timestamp('closed_at', { withTimezone: true }),
}, (t) => [index('findings_by_checklist').on(t.checklistId), check('findings_not_closed_by_finder', sql`closed_by <> found_by`)]);
