import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { CAUSES } from '@/domain/household';
import { people } from './command';
import { divisionCode, fen, id, name, sealed, stamped } from './columns';
import { divisions } from './divisions';

/** A registered poor household (建档立卡户). On the list from registeredOn until exitedOn. Safeguards are the dates they were secured. */
export const households = pgTable('households', {
  id: id(),
  no: text().notNull().unique(),
  division: divisionCode().notNull().references(() => divisions.code),
  groupNo: integer('group_no').notNull(),
  headName: name('head_name').notNull(),
  registeredOn: date('registered_on').notNull(),
  exitedOn: date('exited_on'),
  mainCause: text('main_cause', { enum: CAUSES }).notNull(),
  otherCauses: text('other_causes', { enum: CAUSES }).array().notNull().default([]),
  schoolingSince: date('schooling_since'),
  medicalSince: date('medical_since'),
  housingSince: date('housing_since'),
  waterSince: date('water_since'),
  electricitySince: date('electricity_since'),
  broadcastSince: date('broadcast_since'),
  phone: sealed(),
  phoneTail: text('phone_tail'),
  card: sealed(),
  cardTail: text('card_tail'),
  version: integer().notNull().default(1),
}, (t) => [
  index('households_by_division').on(t.division, t.id),
  index('households_by_name').on(t.headName, t.division),
  index('households_by_cause').on(t.mainCause, t.division, t.id),
  index('households_by_exit').on(t.exitedOn, t.division).where(sql`exited_on is not null`),
  index('households_remaining').on(t.division, t.id).where(sql`exited_on is null`),
  index('households_without_housing').on(t.division, t.id).where(sql`housing_since is null`),
  index('households_by_housing').on(t.housingSince, t.division),
]);

/** The people of a household. The ID number is sealed; `idMask` is what a screen shows, `idHash` finds it again. */
export const members = pgTable('members', {
  id: id(),
  householdId: integer('household_id').notNull().references(() => households.id),
  division: divisionCode().notNull(),
  name: name().notNull(),
  relation: text({ enum: ['head', 'spouse', 'child', 'parent', 'grandchild', 'sibling', 'other'] }).notNull(),
  gender: text({ enum: ['male', 'female'] }).notNull(),
  bornOn: date('born_on').notNull(),
  health: text({ enum: ['healthy', 'chronic', 'serious', 'disabled'] }).notNull(),
  schooling: text({ enum: ['none', 'preschool', 'primary', 'junior', 'senior', 'college'] }).notNull(),
  atSchool: boolean('at_school').notNull().default(false),
  labour: text({ enum: ['skilled', 'ordinary', 'weak', 'none'] }).notNull(),
  idNumber: sealed('id_number'),
  idHash: text('id_hash'),
  idMask: text('id_mask').notNull(),
}, (t) => [
  index('members_by_household').on(t.householdId),
  index('members_by_division').on(t.division, t.id),
  index('members_by_name').on(t.name, t.division),
  uniqueIndex('members_by_id_hash').on(t.idHash),
]);

/** Household income of an income year (1 October of the year before to 30 September), integer fen. */
export const incomes = pgTable('incomes', {
  householdId: integer('household_id').notNull().references(() => households.id),
  division: divisionCode().notNull(),
  year: integer().notNull(),
  wage: fen().notNull(),
  business: fen().notNull(),
  property: fen().notNull(),
  transfer: fen().notNull(),
  cost: fen().notNull(),
}, (t) => [primaryKey({ columns: [t.householdId, t.year] })]);

/** A hand-over of households from one cadre to another, with its sheet. Both sides confirm. */
export const handovers = pgTable('handovers', {
  id: id(),
  division: divisionCode().notNull(),
  fromPersonId: integer('from_person_id').references(() => people.id),
  toPersonId: integer('to_person_id').notNull().references(() => people.id),
  reason: text().notNull(),
  madeBy: integer('made_by').notNull().references(() => people.id),
  at: stamped(),
  givenAt: timestamp('given_at', { withTimezone: true }),
  takenAt: timestamp('taken_at', { withTimezone: true }),
}, (t) => [
  index('handovers_by_division').on(t.division),
  index('handovers_unconfirmed_by_giver').on(t.fromPersonId).where(sql`given_at is null`),
]);

/** Cadre ↔ household (包户), dated. At most one open assignment per household. */
export const assignments = pgTable('assignments', {
  id: id(),
  householdId: integer('household_id').notNull().references(() => households.id),
  personId: integer('person_id').notNull().references(() => people.id),
  division: divisionCode().notNull(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on'),
  handoverId: integer('handover_id').references(() => handovers.id),
}, (t) => [
  index('assignments_by_household').on(t.householdId),
  index('assignments_by_person').on(t.personId),
  index('assignments_by_division').on(t.division, t.id),
  index('assignments_by_handover').on(t.handoverId),
  uniqueIndex('assignments_one_open').on(t.householdId).where(sql`ends_on is null`),
]);
