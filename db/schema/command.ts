import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { APPOINTMENT_VERBS } from '@/domain/appointment';
import { DUTIES, POST_KINDS } from '@/domain/command';
import { GENDERS } from '@/domain/person';
import { divisionCode, id, name, sealed, stamped } from './columns';
import { divisions, zones } from './divisions';

/** A line of work (战线), run by one sub-command. */
export const lines = pgTable('lines', {
  code: text().primaryKey(),
  name: text().notNull(),
  nameEn: text('name_en').notNull(),
  position: integer().notNull(),
});

export const departments = pgTable('departments', {
  code: text().primaryKey(),
  name: text().notNull(),
  level: text({ enum: ['city', 'county'] }).notNull(),
});

/** Which departments lead which line (牵头部门). */
export const lineDepartments = pgTable('line_departments', {
  line: text().notNull().references(() => lines.code),
  department: text().notNull().references(() => departments.code),
}, (t) => [primaryKey({ columns: [t.line, t.department] })]);

/** A place in the 1+19 command, the zones, townships, teams, squads and offices. `division` is the ground it answers for. */
export const posts = pgTable('posts', {
  id: id(),
  kind: text({ enum: POST_KINDS }).notNull(),
  no: integer(),
  name: text().notNull(),
  division: divisionCode().notNull().references(() => divisions.code),
  zoneNo: integer('zone_no').references(() => zones.no),
  line: text().references(() => lines.code),
  department: text().references(() => departments.code),
  parentId: integer('parent_id'),
  establishedOn: date('established_on').notNull(),
  abolishedOn: date('abolished_on'),
}, (t) => [index('posts_by_division').on(t.division), index('posts_by_parent').on(t.parentId)]);

/** `enteredBy` and `enteredAt`: who put the person on record, and when; nobody for those the books began with. */
export const people = pgTable('people', {
  id: id(),
  name: name().notNull(),
  gender: text({ enum: GENDERS }).notNull(),
  department: text().references(() => departments.code),
  title: text(),
  phone: sealed(),
  phoneTail: text('phone_tail'),
  enteredBy: integer('entered_by'),
  enteredAt: timestamp('entered_at', { withTimezone: true }),
}, (t) => [index('people_by_department').on(t.department), index('people_by_name').on(t.name)]);

/** Person × post × duty with dates. `endsOn` is the first day no longer served. Rights follow today's appointments. */
export const appointments = pgTable('appointments', {
  id: id(),
  personId: integer('person_id').notNull().references(() => people.id),
  postId: integer('post_id').notNull().references(() => posts.id),
  duty: text({ enum: DUTIES }).notNull(),
  division: divisionCode().notNull(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on'),
  reason: text(),
}, (t) => [
  index('appointments_by_person').on(t.personId),
  index('appointments_by_post').on(t.postId),
  index('appointments_by_division').on(t.division, t.duty),
  uniqueIndex('appointments_once').on(t.personId, t.postId, t.duty).where(sql`ends_on is null`),
]);

/** What happened to an appointment: who, when, which deed. What the books began with has none. */
export const appointmentSteps = pgTable('appointment_steps', {
  id: id(),
  appointmentId: integer('appointment_id').notNull().references(() => appointments.id),
  at: stamped(),
  personId: integer('person_id').notNull().references(() => people.id),
  verb: text({ enum: APPOINTMENT_VERBS }).notNull(),
}, (t) => [index('appointment_steps_by_appointment').on(t.appointmentId)]);

/** County leader ↔ township, department ↔ village (挂联). */
export const pairings = pgTable('pairings', {
  id: id(),
  division: divisionCode().notNull().references(() => divisions.code),
  personId: integer('person_id').references(() => people.id),
  department: text().references(() => departments.code),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on'),
}, (t) => [index('pairings_by_division').on(t.division)]);
