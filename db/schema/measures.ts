import { date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { departments } from './command';
import { divisionCode, fen, id } from './columns';
import { households, members } from './households';

/** A resettlement site (集中安置点) with its capacity. */
export const sites = pgTable('sites', {
  id: id(),
  division: divisionCode().notNull(),
  name: text().notNull(),
  capacity: integer().notNull(),
  finishedOn: date('finished_on'),
}, (t) => [index('sites_by_division').on(t.division)]);

/** A household in its one housing programme, with the date of each stage reached. */
export const housingCases = pgTable('housing_cases', {
  id: id(),
  householdId: integer('household_id').notNull().unique().references(() => households.id),
  division: divisionCode().notNull(),
  programme: text({ enum: ['renovation', 'relocation', 'ecological', 'hazard', 'geological'] }).notNull(),
  people: integer().notNull(),
  areaSquareMetres: integer('area_square_metres').notNull(),
  siteId: integer('site_id').references(() => sites.id),
  approvedOn: date('approved_on').notNull(),
  agreedOn: date('agreed_on'),
  siteChosenOn: date('site_chosen_on'),
  startedOn: date('started_on'),
  finishedOn: date('finished_on'),
  acceptedOn: date('accepted_on'),
  keysOn: date('keys_on'),
  movedInOn: date('moved_in_on'),
  demolishedOn: date('demolished_on'),
  reclaimedOn: date('reclaimed_on'),
}, (t) => [index('housing_cases_by_division').on(t.division, t.programme)]);

/** Village industrial parks (村特色产业园). */
export const parks = pgTable('parks', {
  id: id(),
  division: divisionCode().notNull(),
  name: text().notNull(),
  product: text().notNull(),
  mu: integer().notNull(),
  households: integer().notNull(),
  builtOn: date('built_on').notNull(),
}, (t) => [index('parks_by_division').on(t.division)]);

/** Courtyard gardens run by one household (户办小庭园). */
export const gardens = pgTable('gardens', {
  id: id(),
  householdId: integer('household_id').notNull().unique().references(() => households.id),
  division: divisionCode().notNull(),
  product: text().notNull(),
  builtOn: date('built_on').notNull(),
}, (t) => [index('gardens_by_division').on(t.division)]);

/** Production bases, in mu. */
export const bases = pgTable('bases', {
  id: id(),
  division: divisionCode().notNull(),
  kind: text({ enum: ['grain', 'vegetables', 'herbs'] }).notNull(),
  mu: integer().notNull(),
  builtOn: date('built_on').notNull(),
}, (t) => [index('bases_by_division').on(t.division)]);

/** Collective-asset organizations, cooperatives, family farms. */
export const organizations = pgTable('organizations', {
  id: id(),
  division: divisionCode().notNull(),
  kind: text({ enum: ['collective', 'cooperative', 'family-farm'] }).notNull(),
  name: text().notNull(),
  households: integer().notNull(),
  foundedOn: date('founded_on').notNull(),
}, (t) => [index('organizations_by_division').on(t.division)]);

/** Collective income of a village in a year. */
export const collectiveIncomes = pgTable('collective_incomes', {
  division: divisionCode().notNull(),
  year: integer().notNull(),
  amount: fen().notNull(),
}, (t) => [primaryKey({ columns: [t.division, t.year] })]);

/** Poverty-alleviation workshops and employment bases. */
export const workplaces = pgTable('workplaces', {
  id: id(),
  division: divisionCode().notNull(),
  kind: text({ enum: ['workshop', 'base'] }).notNull(),
  name: text().notNull(),
  jobs: integer().notNull(),
  openedOn: date('opened_on').notNull(),
});

/** A training course: `people` attended (person-times). */
export const trainings = pgTable('trainings', {
  id: id(),
  division: divisionCode().notNull(),
  department: text().notNull().references(() => departments.code),
  title: text().notNull(),
  people: integer().notNull(),
  heldOn: date('held_on').notNull(),
}, (t) => [index('trainings_by_division').on(t.division)]);

/** Job fairs (at the county or a township) and deliveries of jobs to villages. */
export const jobEvents = pgTable('job_events', {
  id: id(),
  division: divisionCode().notNull(),
  kind: text({ enum: ['fair', 'delivery'] }).notNull(),
  jobs: integer().notNull(),
  heldOn: date('held_on').notNull(),
}, (t) => [index('job_events_by_division').on(t.division)]);

/** Labour moved out of a village, as counted on a day (劳务输出). */
export const labourExports = pgTable('labour_exports', {
  id: id(),
  division: divisionCode().notNull(),
  people: integer().notNull(),
  countedOn: date('counted_on').notNull(),
}, (t) => [index('labour_exports_by_division').on(t.division)]);

/** A member of a poor household who took a job elsewhere (贫困劳动力转移就业). */
export const employments = pgTable('employments', {
  id: id(),
  memberId: integer('member_id').notNull().references(() => members.id),
  householdId: integer('household_id').notNull().references(() => households.id),
  division: divisionCode().notNull(),
  place: text({ enum: ['county', 'province', 'outside'] }).notNull(),
  startedOn: date('started_on').notNull(),
}, (t) => [index('employments_by_division').on(t.division, t.startedOn), index('employments_by_household').on(t.householdId)]);
