import type { Indicator } from './kinds';

const standing = { of: 'rows', time: 'last', divisions: 'sum' } as const;
const happened = { of: 'rows', time: 'month', divisions: 'sum' } as const;
const yearly = { of: 'rows', time: 'year', divisions: 'sum' } as const;
const housing = { topic: 'housing', source: 'housing', better: 'more' } as const;
const relocation = { topic: 'housing', source: 'development', better: 'more' } as const;
const industry = { topic: 'industry', source: 'agriculture', better: 'more' } as const;
const employment = { topic: 'employment', source: 'employment', better: 'more' } as const;
const social = { topic: 'social', source: 'civil-affairs', better: 'more' } as const;

/** Measures in the field: housing, industry, employment, society; visits; checklists. */
export const FIELD_INDICATORS = {
  'housing.renovated_households': { ...standing, ...housing, register: 'renovations', unit: 'household' },
  'housing.relocated_households': { ...standing, ...relocation, register: 'relocations', unit: 'household' },
  'housing.relocated_persons': { ...standing, ...relocation, register: 'relocations', of: 'amount', unit: 'person' },
  'housing.relocation_approved': { ...standing, ...relocation, register: 'relocations-approved', unit: 'household' },
  'housing.relocation_agreed': { ...standing, ...relocation, register: 'relocations-agreed', unit: 'household' },
  'housing.relocation_started': { ...standing, ...relocation, register: 'relocations-started', unit: 'household' },
  'housing.relocation_finished': { ...standing, ...relocation, register: 'relocations-finished', unit: 'household' },
  'housing.relocation_demolished': { ...standing, ...relocation, register: 'relocations-demolished', unit: 'household' },
  'housing.relocation_reclaimed': { ...standing, ...relocation, register: 'relocations-reclaimed', unit: 'household' },
  'housing.resettlement_sites': { ...standing, ...relocation, register: 'sites', unit: 'site' },

  'industry.village_parks': { ...standing, ...industry, register: 'parks', unit: 'park' },
  'industry.courtyard_gardens': { ...standing, ...industry, register: 'gardens', unit: 'household' },
  'industry.grain_base_mu': { ...standing, ...industry, register: 'grain-bases', of: 'amount', unit: 'mu' },
  'industry.vegetable_base_mu': { ...standing, ...industry, register: 'vegetable-bases', of: 'amount', unit: 'mu' },
  'industry.herb_base_mu': { ...standing, ...industry, register: 'herb-bases', of: 'amount', unit: 'mu' },
  'industry.collective_asset_orgs': { ...standing, ...industry, register: 'collectives', unit: 'organization' },
  'industry.cooperatives': { ...standing, ...industry, register: 'cooperatives', unit: 'organization' },
  'industry.family_farms': { ...standing, ...industry, register: 'family-farms', unit: 'organization' },
  'industry.collective_income_exited_2017_yuan': { ...standing, ...industry, register: 'collective-incomes-exited-2017', of: 'amount', scale: 100, unit: 'yuan' },
  'industry.population_exited_2017': { ...standing, topic: 'industry', source: 'statistics', register: 'population-exited-2017', of: 'amount', unit: 'person' },
  'industry.collective_income_per_head_exited_2017': { ratio: ['industry.collective_income_exited_2017_yuan', 'industry.population_exited_2017'], factor: 1, ...industry, unit: 'yuan-per-person' },

  'employment.workshops': { ...yearly, ...employment, register: 'workshops', unit: 'workshop' },
  'employment.bases': { ...yearly, ...employment, register: 'employment-bases', unit: 'base' },
  'employment.trained_person_times': { ...yearly, ...employment, register: 'trainings', of: 'amount', unit: 'person-time' },
  'employment.training_departments': { ...yearly, ...employment, register: 'training-departments', unit: 'department' },
  'employment.job_fairs': { ...yearly, ...employment, register: 'job-fairs', unit: 'event' },
  'employment.village_job_deliveries': { ...yearly, ...employment, register: 'job-deliveries', unit: 'event' },
  'employment.labour_export': { ...yearly, ...employment, register: 'labour-exports', of: 'amount', unit: 'person' },
  'employment.poor_labour_transferred': { ...yearly, ...employment, register: 'employments', unit: 'person' },

  'social.funds_mobilised_yuan': { ...standing, ...social, register: 'contributions', of: 'amount', scale: 100, unit: 'yuan' },
  'social.enterprises': { ...standing, ...social, register: 'enterprises', unit: 'organization' },
  'social.associations': { ...standing, ...social, register: 'associations', unit: 'organization' },
  'social.poor_villages_helped': { ...standing, ...social, register: 'helped-poor-villages', unit: 'village' },
  'social.other_villages_helped': { ...standing, ...social, register: 'helped-other-villages', unit: 'village' },
  'social.returnees': { ...standing, ...social, register: 'returnee-enterprises', of: 'amount', unit: 'person' },
  'social.returnee_enterprises': { ...standing, ...social, register: 'returnee-enterprises', unit: 'enterprise' },

  'support.assigned_households': { ...standing, register: 'assigned-households', unit: 'household', topic: 'support', source: 'organization', better: 'more' },
  'support.households_orphaned': { ...standing, register: 'orphaned-households', unit: 'household', topic: 'support', source: 'organization', better: 'less' },
  'support.cadres_overloaded': { ...standing, register: 'overloaded-cadres', unit: 'person', topic: 'support', source: 'organization', better: 'less' },
  'support.visits': { ...happened, register: 'visits', unit: 'visit', topic: 'support', source: 'poverty-office', better: 'more' },
  'support.households_visited': { ...happened, register: 'visited-households', unit: 'household', topic: 'support', source: 'poverty-office', better: 'more' },
  'support.households_unvisited_1m': { ...standing, register: 'unvisited-one-month', unit: 'household', topic: 'support', source: 'poverty-office', better: 'less' },
  'support.households_unvisited_3m': { ...standing, register: 'unvisited-three-months', unit: 'household', topic: 'support', source: 'poverty-office', better: 'less' },
  'support.households_neglected': { ...standing, register: 'neglected-households', unit: 'household', topic: 'support', source: 'poverty-office', better: 'less' },
  'support.households_never_visited': { ...standing, register: 'never-visited', unit: 'household', topic: 'support', source: 'poverty-office', better: 'less' },
  'support.demands_open': { ...standing, register: 'open-demands', unit: 'demand', topic: 'support', source: 'poverty-office', better: 'less' },
  'support.promises_overdue': { ...standing, register: 'overdue-promises', unit: 'demand', topic: 'support', source: 'poverty-office', better: 'less' },
  'support.visit_rate': { ratio: ['support.households_visited', 'poverty.registered_households'], factor: 100, unit: 'percent', topic: 'support', source: 'poverty-office', better: 'more' },

  'checklists.expected': { ...happened, register: 'checklists-expected', unit: 'checklist', topic: 'checklists', source: 'poverty-office' },
  'checklists.filed': { ...happened, register: 'checklists-filed', unit: 'checklist', topic: 'checklists', source: 'poverty-office', better: 'more' },
  'checklists.complete': { ...happened, register: 'checklists-complete', unit: 'checklist', topic: 'checklists', source: 'poverty-office', better: 'more' },
  'checklists.on_time': { ...happened, register: 'checklists-on-time', unit: 'checklist', topic: 'checklists', source: 'poverty-office', better: 'more' },
  'checklists.verified': { ...happened, register: 'checklists-verified', unit: 'checklist', topic: 'checklists', source: 'poverty-office', better: 'more' },
  'checklists.filing_rate': { ratio: ['checklists.filed', 'checklists.expected'], factor: 100, unit: 'percent', topic: 'checklists', source: 'poverty-office', better: 'more' },
  'checklists.completeness': { ratio: ['checklists.complete', 'checklists.expected'], factor: 100, unit: 'percent', topic: 'checklists', source: 'poverty-office', better: 'more' },
  'checklists.timeliness': { ratio: ['checklists.on_time', 'checklists.expected'], factor: 100, unit: 'percent', topic: 'checklists', source: 'poverty-office', better: 'more' },
} as const satisfies Record<string, Indicator>;
