import { integer, index, numeric, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { LETTER_KINDS, LETTER_STATES, LETTER_VERBS, SIDES } from '@/domain/letter';
import { divisionCode, id, stamped } from './columns';
import { lines, people, posts } from './command';

/** What the county headquarters wants of a year: the roots of every letter. No line: the whole county's. */
export const countyTargets = pgTable('county_targets', {
  id: id(),
  year: integer().notNull(),
  line: text().references(() => lines.code),
  division: divisionCode().notNull(),
  indicator: text().notNull(),
  target: numeric({ mode: 'number' }).notNull(),
  dueMonth: text('due_month').notNull(),
  text: text().notNull(),
  version: integer().notNull().default(1),
}, (t) => [unique('county_targets_once').on(t.year, t.line, t.indicator).nullsNotDistinct()]);

/** Who promises whom, for a year. `latest` and `inForce` are numbers of its versions. `division` is the ground of who is bound. */
export const letters = pgTable('letters', {
  id: id(),
  year: integer().notNull(),
  kind: text({ enum: LETTER_KINDS }).notNull(),
  fromPostId: integer('from_post_id').notNull().references(() => posts.id),
  toPostId: integer('to_post_id').notNull().references(() => posts.id),
  toPersonId: integer('to_person_id').references(() => people.id),
  division: divisionCode().notNull(),
  line: text().references(() => lines.code),
  latest: integer().notNull().default(1),
  inForce: integer('in_force'),
}, (t) => [
  unique('letters_once').on(t.year, t.kind, t.toPostId, t.toPersonId).nullsNotDistinct(),
  index('letters_by_division').on(t.division, t.year),
  index('letters_by_issuer').on(t.fromPostId, t.year),
]);

/** A version of a letter. `text` is what both sides sign, `hash` its SHA-256 in hex; both from the offer on. `revision` is compared and set by every move. */
export const letterVersions = pgTable('letter_versions', {
  letterId: integer('letter_id').notNull().references(() => letters.id),
  no: integer().notNull(),
  division: divisionCode().notNull(),
  state: text({ enum: LETTER_STATES }).notNull().default('draft'),
  revision: integer().notNull().default(1),
  reason: text(),
  text: text(),
  hash: text(),
  signedAt: timestamp('signed_at', { withTimezone: true }),
}, (t) => [primaryKey({ columns: [t.letterId, t.no] }), index('letter_versions_by_state').on(t.state, t.division)]);

/** A promise: an indicator, over a ground, to a target, by a month. Its parent is a county target or a clause of the issuer's own letter. */
export const letterClauses = pgTable('letter_clauses', {
  letterId: integer('letter_id').notNull().references(() => letters.id),
  version: integer().notNull(),
  no: integer().notNull(),
  division: divisionCode().notNull(),
  indicator: text().notNull(),
  target: numeric({ mode: 'number' }).notNull(),
  dueMonth: text('due_month').notNull(),
  text: text().notNull(),
  targetId: integer('target_id').references(() => countyTargets.id),
  parentLetterId: integer('parent_letter_id').references(() => letters.id),
  parentNo: integer('parent_no'),
}, (t) => [
  primaryKey({ columns: [t.letterId, t.version, t.no] }),
  index('letter_clauses_by_target').on(t.targetId),
  index('letter_clauses_by_parent').on(t.parentLetterId, t.parentNo),
]);

/** One side's signature under the text with this hash. Nobody signs both sides of a version. */
export const letterSignatures = pgTable('letter_signatures', {
  letterId: integer('letter_id').notNull().references(() => letters.id),
  version: integer().notNull(),
  side: text({ enum: SIDES }).notNull(),
  division: divisionCode().notNull(),
  personId: integer('person_id').notNull().references(() => people.id),
  hash: text().notNull(),
  at: stamped(),
}, (t) => [primaryKey({ columns: [t.letterId, t.version, t.side] }), unique('letter_signatures_two_people').on(t.letterId, t.version, t.personId)]);

/** What happened to a letter: who, when, which move, why. */
export const letterSteps = pgTable('letter_steps', {
  id: id(),
  letterId: integer('letter_id').notNull().references(() => letters.id),
  version: integer().notNull(),
  division: divisionCode().notNull(),
  at: stamped(),
  personId: integer('person_id').notNull().references(() => people.id),
  verb: text({ enum: LETTER_VERBS }).notNull(),
  note: text(),
}, (t) => [index('letter_steps_by_letter').on(t.letterId)]);
