import { sql } from 'drizzle-orm';
import { index, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { divisionCode } from './columns';

/**
 * What an indicator's rows changed in a month, at the division the rows hang on. `known` is the month in whose books the
 * change stands: its own month, or, for a correction of a closed month, the month that was open when it was made.
 * Known then (m) = months ≤ m with known ≤ m; true now (m) = months ≤ m.
 */
export const measurements = pgTable('measurements', {
  indicator: text().notNull(),
  division: divisionCode().notNull(),
  month: text().notNull(),
  known: text().notNull(),
  change: numeric({ mode: 'number' }).notNull(),
}, (t) => [
  primaryKey({ columns: [t.indicator, t.month, t.division, t.known] }),
  // The indicator first: under the fence the planner takes any range of codes for a narrow one.
  index('measurements_by_indicator').on(t.indicator, t.division),
  index('measurements_late').on(t.known, t.indicator, t.month, t.division, t.change).where(sql`known > month`),
]);

/** The same, summed to the township (or to the county for rows that hang on no township): what county screens read. */
export const townshipMeasurements = pgTable('township_measurements', {
  indicator: text().notNull(),
  division: divisionCode().notNull(),
  month: text().notNull(),
  known: text().notNull(),
  change: numeric({ mode: 'number' }).notNull(),
}, (t) => [
  primaryKey({ columns: [t.indicator, t.month, t.division, t.known] }),
  // All that a figure by township needs, in the order it is added up: read without sorting and without the table.
  index('township_measurements_by_division').on(t.indicator, t.division, t.month, t.known, t.change),
  index('township_measurements_late').on(t.known, t.indicator, t.month, t.division, t.change).where(sql`known > month`),
]);
