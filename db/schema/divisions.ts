import { boolean, date, integer, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { TOWNSHIP_SERVICES } from '@/domain/county-exit';
import { THRESHOLD_NAMES } from '@/domain/exit-threshold';
import { divisionCode } from './columns';

/** County, townships and villages by official code. Public reference data: no row fence. */
export const divisions = pgTable('divisions', {
  code: divisionCode().primaryKey(),
  parent: divisionCode(),
  level: text({ enum: ['county', 'township', 'village'] }).notNull(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  kind: text({ enum: ['县', '镇', '乡', '村', '居'] }).notNull(),
  zoneNo: integer('zone_no'),
  lng: numeric({ mode: 'number' }),
  lat: numeric({ mode: 'number' }),
});

export const zones = pgTable('zones', {
  no: integer().primaryKey(),
  name: text().notNull(),
});

/** What is known of a village beyond its name. A poor village (贫困村) has poorSince; exitedOn when it left the list. */
export const villages = pgTable('villages', {
  code: divisionCode().primaryKey().references(() => divisions.code),
  poorSince: date('poor_since'),
  exitedOn: date('exited_on'),
  hardRoad: boolean('hard_road').notNull().default(false),
  clinic: boolean().notNull().default(false),
  cultureRoom: boolean('culture_room').notNull().default(false),
  network: boolean().notNull().default(false),
});

/** A township's school, clinic and service centre, and since when each is up to the standard of the county's exit; null while it is not. */
export const townshipServices = pgTable('township_services', {
  township: divisionCode().notNull().references(() => divisions.code),
  kind: text({ enum: TOWNSHIP_SERVICES }).notNull(),
  name: text().notNull(),
  standardSince: date('standard_since'),
}, (t) => [primaryKey({ columns: [t.township, t.kind] })]);

/** Rural registered population (农业户籍人口), valid from 1 January of its year. */
export const populations = pgTable('populations', {
  division: divisionCode().notNull().references(() => divisions.code),
  year: integer().notNull(),
  people: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.division, t.year] })]);

/** What leaving the list is measured by (domain/exit-threshold.ts), from a month on until a later row, with where it was read. */
export const exitThresholds = pgTable('exit_thresholds', {
  name: text({ enum: THRESHOLD_NAMES }).notNull(),
  fromMonth: text('from_month').notNull(),
  value: numeric({ precision: 10, scale: 2, mode: 'number' }).notNull(),
  source: text().notNull(),
}, (t) => [primaryKey({ columns: [t.name, t.fromMonth] })]);

/** Poverty line per head and year, with where it was read. */
export const povertyLines = pgTable('poverty_lines', {
  year: integer().notNull(),
  scope: text({ enum: ['national', 'Sichuan'] }).notNull(),
  fen: integer().notNull(),
  status: text().notNull(),
  source: text().notNull(),
}, (t) => [primaryKey({ columns: [t.year, t.scope] })]);
