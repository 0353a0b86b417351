import { type SQL, sql } from 'drizzle-orm';
import type { RegisterName } from '@/domain/indicators';
import { CHECKLIST_REGISTERS } from './registers/checklists';
import { COUNTY_REGISTERS } from './registers/county';
import { FIELD_REGISTERS } from './registers/field';
import { POVERTY_REGISTERS } from './registers/poverty';
import { RELIEF_REGISTERS } from './registers/relief';
import { STAFFING_REGISTERS } from './registers/staffing';

/**
 * The dated rows behind the indicators. Each register selects
 *   key text, ord int (the order within a division that an index gives, 0 where there is none), division text,
 *   since date, until date (the first day it no longer counts), amount, label text, kind text,
 *   and, where a row is about a household, household int.
 * The measurement, the drill-down list, the export and a checklist's recorded value are all made from this one query.
 */
export const REGISTERS: Record<RegisterName, SQL> = {
  ...COUNTY_REGISTERS,
  ...POVERTY_REGISTERS,
  ...FIELD_REGISTERS,
  ...CHECKLIST_REGISTERS,
  ...STAFFING_REGISTERS,
  ...RELIEF_REGISTERS,
};

/** A register as a table expression for FROM. */
export const register = (name: RegisterName): SQL => sql`(${REGISTERS[name]}) as r`;

const HOUSEHOLD_REGISTERS: ReadonlySet<RegisterName> = new Set([
  'registered-households', 'registered-persons', 'remaining-households', 'remaining-persons', 'household-exits', 'person-exits',
  'renovations', 'relocations', 'relocations-approved', 'relocations-agreed', 'relocations-started', 'relocations-finished',
  'relocations-demolished', 'relocations-reclaimed', 'gardens', 'employments', 'assigned-households', 'visits', 'visited-households',
  'unvisited-one-month', 'unvisited-three-months', 'neglected-households', 'never-visited', 'open-demands', 'overdue-promises',
  'orphaned-households',
]);

/** Whether a register's rows name a household (column `household`). */
export const isAboutHouseholds = (name: RegisterName): boolean => HOUSEHOLD_REGISTERS.has(name);
