import { sql } from 'drizzle-orm';
import { customType, date, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { ANSWERS, DEMAND_KINDS, OUTCOMES, SEEN } from '@/domain/visit';
import { people } from './command';
import { divisionCode, id, stamped } from './columns';
import { households } from './households';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * A dated visit of a cadre to a household (走访). `key` is made by whoever records it: the same visit sent twice is one.
 * `recordedAt` is when it was handed in; a visit loaded from elsewhere has neither.
 */
export const visits = pgTable('visits', {
  id: id(),
  householdId: integer('household_id').notNull().references(() => households.id),
  personId: integer('person_id').notNull().references(() => people.id),
  division: divisionCode().notNull(),
  visitedOn: date('visited_on').notNull(),
  seen: text({ enum: SEEN }).notNull(),
  outcome: text({ enum: OUTCOMES }).notNull(),
  note: text(),
  key: uuid(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }),
  version: integer().notNull().default(1),
}, (t) => [
  index('visits_by_household').on(t.householdId, t.visitedOn),
  index('visits_by_division').on(t.division, t.visitedOn),
  index('visits_by_person').on(t.personId, t.visitedOn),
  uniqueIndex('visits_once').on(t.key).where(sql`key is not null`),
]);

/** What a visit said before it was corrected, by whom and why. */
export const visitCorrections = pgTable('visit_corrections', {
  id: id(),
  visitId: integer('visit_id').notNull().references(() => visits.id),
  householdId: integer('household_id').notNull(),
  division: divisionCode().notNull(),
  at: stamped(),
  personId: integer('person_id').notNull().references(() => people.id),
  reason: text().notNull(),
  visitedOn: date('visited_on').notNull(),
  seen: text({ enum: SEEN }).notNull(),
  note: text(),
}, (t) => [index('visit_corrections_by_visit').on(t.visitId)]);

/** What a household asked for at a visit (群众诉求), with the measure promised; open until somebody answers it. */
export const demands = pgTable('demands', {
  id: id(),
  visitId: integer('visit_id').notNull().unique().references(() => visits.id),
  householdId: integer('household_id').notNull().references(() => households.id),
  division: divisionCode().notNull(),
  kind: text({ enum: DEMAND_KINDS }).notNull(),
  text: text(),
  raisedOn: date('raised_on').notNull(),
  promise: text(),
  dueOn: date('due_on'),
  answeredOn: date('answered_on'),
  answeredBy: integer('answered_by').references(() => people.id),
  answer: text({ enum: ANSWERS }),
  answerText: text('answer_text'),
}, (t) => [
  index('demands_by_household').on(t.householdId, t.raisedOn),
  index('demands_by_division').on(t.division, t.raisedOn),
  index('demands_open').on(t.division, t.raisedOn).where(sql`answered_on is null`),
  index('demands_answered').on(t.raisedOn, t.id).where(sql`answered_on is not null`),
  index('demands_due').on(t.division, t.dueOn).where(sql`answered_on is null and due_on is not null`),
]);

/** A photo of a visit: re-encoded, without what the camera wrote. */
export const visitPhotos = pgTable('visit_photos', {
  id: id(),
  visitId: integer('visit_id').notNull().references(() => visits.id),
  householdId: integer('household_id').notNull(),
  division: divisionCode().notNull(),
  key: uuid().notNull().unique(),
  size: integer().notNull(),
  content: bytes().notNull(),
  addedBy: integer('added_by').notNull().references(() => people.id),
  at: stamped(),
}, (t) => [index('visit_photos_by_visit').on(t.visitId)]);
