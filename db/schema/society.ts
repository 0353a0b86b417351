import { date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { lines } from './command';
import { divisionCode, fen, id } from './columns';

/** Enterprises and associations that help villages. */
export const sponsors = pgTable('sponsors', {
  id: id(),
  kind: text({ enum: ['enterprise', 'association'] }).notNull(),
  name: text().notNull(),
});

/** Sponsor ↔ village. */
export const sponsorships = pgTable('sponsorships', {
  sponsorId: integer('sponsor_id').notNull().references(() => sponsors.id),
  division: divisionCode().notNull(),
  startsOn: date('starts_on').notNull(),
}, (t) => [primaryKey({ columns: [t.sponsorId, t.division] }), index('sponsorships_by_division').on(t.division)]);

/** Social money raised for a village. */
export const contributions = pgTable('contributions', {
  id: id(),
  sponsorId: integer('sponsor_id').references(() => sponsors.id),
  division: divisionCode().notNull(),
  amount: fen().notNull(),
  receivedOn: date('received_on').notNull(),
}, (t) => [index('contributions_by_division').on(t.division)]);

/** Enterprises founded by people who came home (返乡创业). */
export const returneeEnterprises = pgTable('returnee_enterprises', {
  id: id(),
  division: divisionCode().notNull(),
  name: text().notNull(),
  founders: integer().notNull(),
  foundedOn: date('founded_on').notNull(),
}, (t) => [index('returnee_enterprises_by_division').on(t.division)]);

/** Money allotted to the county's special fund, by source and document. */
export const allocations = pgTable('allocations', {
  id: id(),
  division: divisionCode().notNull(),
  source: text({ enum: ['fiscal', 'party', 'donation'] }).notNull(),
  documentNo: text('document_no').notNull(),
  amount: fen().notNull(),
  allottedOn: date('allotted_on').notNull(),
});

/** Integrated projects of villages. */
export const projects = pgTable('projects', {
  id: id(),
  division: divisionCode().notNull(),
  line: text().notNull().references(() => lines.code),
  name: text().notNull(),
  amount: fen().notNull(),
  approvedOn: date('approved_on').notNull(),
  finishedOn: date('finished_on'),
  dueOn: date('due_on').notNull(),
}, (t) => [index('projects_by_division').on(t.division)]);

/** A half-yearly evaluation of townships and departments. */
export const evaluations = pgTable('evaluations', {
  id: id(),
  division: divisionCode().notNull(),
  name: text().notNull(),
  heldOn: date('held_on').notNull(),
});
