import type { Indicator } from './kinds';

const standing = { of: 'rows', time: 'last', divisions: 'sum', topic: 'relief', source: 'poverty-office' } as const;
const money = { of: 'amount', scale: 100, time: 'last', divisions: 'sum', unit: 'yuan', topic: 'relief', source: 'finance' } as const;
const assured = { factor: 100, unit: 'percent', topic: 'relief', source: 'poverty-office', better: 'more' } as const;

/** The relief fund: who was helped and with what, its money, its five assurances (五确保) and two noughts (两无). */
export const RELIEF_INDICATORS = {
  'relief.applications': { ...standing, register: 'relief-applications', unit: 'application' },
  'relief.households_helped': { ...standing, register: 'relief-helped', unit: 'household', better: 'more' },
  'relief.paid_yuan': { ...money, register: 'relief-payments' },
  'relief.donations_2017_yuan': { ...money, register: 'relief-donations-2017' },
  'relief.donations_yuan': { ...money, register: 'relief-donations', time: 'year', better: 'more' },
  'relief.fund_floor_yuan': { ...money, register: 'relief-floors' },
  'relief.fund_balance_yuan': { ...money, register: 'relief-balance' },
  'relief.fund_available_yuan': { ...money, register: 'relief-available', better: 'more' },
  'relief.cases_open': { ...standing, register: 'relief-open', unit: 'application' },
  'relief.steps_overdue': { ...standing, register: 'relief-overdue', unit: 'application', better: 'less' },

  'relief.village_visits': { ...standing, register: 'relief-village-visits', unit: 'visit' },
  'relief.visits_explained': { ...standing, register: 'relief-visits-explained', unit: 'visit' },
  'relief.visits_attended': { ...standing, register: 'relief-visits-attended', unit: 'visit' },
  'relief.reviews_passed': { ...standing, register: 'relief-reviews', unit: 'review' },
  'relief.reviews_visited': { ...standing, register: 'relief-reviews-visited', unit: 'review' },
  'relief.approvals': { ...standing, register: 'relief-approvals', unit: 'application' },
  'relief.approvals_posted': { ...standing, register: 'relief-approvals-posted', unit: 'application' },
  'relief.approvals_accurate': { ...standing, register: 'relief-approvals-accurate', unit: 'application' },
  'relief.awareness': { ...assured, ratio: ['relief.visits_explained', 'relief.village_visits'] },
  'relief.participation': { ...assured, ratio: ['relief.visits_attended', 'relief.village_visits'] },
  'relief.home_survey': { ...assured, ratio: ['relief.reviews_visited', 'relief.reviews_passed'] },
  'relief.posting': { ...assured, ratio: ['relief.approvals_posted', 'relief.approvals'] },
  'relief.accuracy': { ...assured, ratio: ['relief.approvals_accurate', 'relief.approvals'] },

  'relief.wrong_payments': { ...standing, register: 'relief-wrong-payments', unit: 'payment', better: 'less' },
  'relief.petitions': { ...standing, register: 'relief-petitions', unit: 'objection', source: 'inspection', better: 'less' },
} as const satisfies Record<string, Indicator>;
