/** Registers: the dated rows an indicator counts (db/registers). One register may carry two indicators, its rows and their amounts. */
export const REGISTER_NAMES = [
  'townships', 'villages', 'poor-villages', 'zones', 'headquarters', 'sub-commands', 'lead-departments',
  'linked-leaders', 'linked-departments', 'assigned-cadres', 'teams', 'first-secretaries', 'technicians',
  'central-schools', 'township-clinics', 'service-centres',
  'village-exits', 'village-exits-2017', 'rural-population', 'registered-households', 'registered-persons',
  'remaining-households', 'remaining-persons', 'household-exits', 'person-exits',
  'renovations', 'relocations', 'relocations-approved', 'relocations-agreed', 'relocations-started', 'relocations-finished',
  'relocations-demolished', 'relocations-reclaimed', 'sites',
  'parks', 'gardens', 'grain-bases', 'vegetable-bases', 'herb-bases', 'collectives', 'cooperatives', 'family-farms',
  'collective-incomes-exited-2017', 'population-exited-2017',
  'workshops', 'employment-bases', 'trainings', 'training-departments', 'job-fairs', 'job-deliveries', 'labour-exports', 'employments',
  'contributions', 'enterprises', 'associations', 'helped-poor-villages', 'helped-other-villages', 'returnee-enterprises',
  'fiscal-allocations', 'party-allocations', 'donation-allocations', 'poor-village-projects',
  'squads', 'specialists', 'evaluation-groups', 'evaluations',
  'visits', 'visited-households', 'unvisited-one-month', 'unvisited-three-months', 'neglected-households', 'never-visited',
  'open-demands', 'overdue-promises', 'assigned-households', 'late-projects',
  'seats', 'vacancies', 'teams-without-technician', 'double-posts', 'orphaned-households', 'overloaded-cadres',
  'checklists-expected', 'checklists-filed', 'checklists-complete', 'checklists-on-time', 'checklists-verified',
  'relief-applications', 'relief-open', 'relief-overdue', 'relief-payments', 'relief-helped', 'relief-donations', 'relief-donations-2017', 'relief-floors', 'relief-balance', 'relief-available',
  'relief-village-visits', 'relief-visits-explained', 'relief-visits-attended', 'relief-reviews', 'relief-reviews-visited',
  'relief-approvals', 'relief-approvals-posted', 'relief-approvals-accurate', 'relief-wrong-payments', 'relief-petitions',
] as const;
export type RegisterName = (typeof REGISTER_NAMES)[number];

export type Unit =
  | 'township' | 'village' | 'zone' | 'post' | 'department' | 'person' | 'team' | 'household' | 'percent' | 'site' | 'park' | 'mu'
  | 'organization' | 'yuan-per-person' | 'workshop' | 'base' | 'person-time' | 'event' | 'yuan' | 'enterprise' | 'squad' | 'group'
  | 'evaluation' | 'visit' | 'demand' | 'checklist' | 'project' | 'application' | 'review' | 'payment' | 'objection';

export type Topic = 'organization' | 'staff' | 'poverty' | 'housing' | 'industry' | 'employment' | 'social' | 'funds' | 'supervision' | 'support' | 'checklists' | 'relief';

interface Common {
  unit: Unit;
  topic: Topic;
  /** The department that answers for the figure, by its name in messages. */
  source: 'poverty-office' | 'organization' | 'statistics' | 'housing' | 'development' | 'agriculture' | 'employment' | 'finance' | 'inspection' | 'civil-affairs';
  /** Whether more is better: the direction of rankings and colours. Absent where a figure only describes. */
  better?: 'more' | 'less';
}

/** Counted from a register: its rows, or the sum of their amounts (`scale` turns fen into yuan). */
export interface RegisterIndicator extends Common {
  register: RegisterName;
  of: 'rows' | 'amount';
  scale?: number;
  /** last: how it stands at the month's end. month: what happened in the month. year: since January of the month's year. */
  time: 'last' | 'month' | 'year';
  /** sum: villages add up to townships, zones, county. least: the smallest village stands for its division. */
  divisions: 'sum' | 'least';
}

/** A ratio of two sums, never an average of ratios. `factor` 100 makes a percentage. */
export interface RatioIndicator extends Common {
  ratio: readonly [string, string];
  factor: number;
}

export type Indicator = RegisterIndicator | RatioIndicator;
