import type { Indicator } from './kinds';

const standing = { of: 'rows', time: 'last', divisions: 'sum' } as const;

/** The command itself and its people; poverty; supervision. */
export const COUNTY_INDICATORS = {
  'org.townships': { ...standing, register: 'townships', unit: 'township', topic: 'organization', source: 'poverty-office' },
  'org.villages': { ...standing, register: 'villages', unit: 'village', topic: 'organization', source: 'poverty-office' },
  'org.poor_villages': { ...standing, register: 'poor-villages', unit: 'village', topic: 'organization', source: 'poverty-office' },
  'org.zones': { ...standing, register: 'zones', unit: 'zone', topic: 'organization', source: 'poverty-office' },
  'org.headquarters': { ...standing, register: 'headquarters', unit: 'post', topic: 'organization', source: 'poverty-office' },
  'org.sub_commands': { ...standing, register: 'sub-commands', unit: 'post', topic: 'organization', source: 'poverty-office' },
  'org.lead_departments': { ...standing, register: 'lead-departments', unit: 'department', topic: 'organization', source: 'poverty-office' },

  'staff.county_leaders_linked': { ...standing, register: 'linked-leaders', unit: 'person', topic: 'staff', source: 'organization' },
  'staff.departments_linked': { ...standing, register: 'linked-departments', unit: 'department', topic: 'staff', source: 'organization' },
  'staff.cadres_assigned': { ...standing, register: 'assigned-cadres', unit: 'person', topic: 'staff', source: 'organization', better: 'more' },
  'staff.work_teams': { ...standing, register: 'teams', unit: 'team', topic: 'staff', source: 'organization', better: 'more' },
  'staff.first_secretaries': { ...standing, register: 'first-secretaries', unit: 'person', topic: 'staff', source: 'organization', better: 'more' },
  'staff.agri_technicians': { ...standing, register: 'technicians', unit: 'person', topic: 'staff', source: 'agriculture', better: 'more' },

  'staff.seats': { ...standing, register: 'seats', unit: 'post', topic: 'staff', source: 'organization' },
  'staff.vacancies': { ...standing, register: 'vacancies', unit: 'post', topic: 'staff', source: 'organization', better: 'less' },
  'staff.teams_without_technician': { ...standing, register: 'teams-without-technician', unit: 'team', topic: 'staff', source: 'agriculture', better: 'less' },
  'staff.double_posts': { ...standing, register: 'double-posts', unit: 'post', topic: 'staff', source: 'organization', better: 'less' },

  'poverty.villages_exited': { ...standing, register: 'village-exits', unit: 'village', topic: 'poverty', source: 'poverty-office', better: 'more' },
  'poverty.villages_exited_2017': { ...standing, register: 'village-exits-2017', unit: 'village', topic: 'poverty', source: 'poverty-office', better: 'more' },
  'poverty.households_lifted': { ...standing, register: 'household-exits', unit: 'household', topic: 'poverty', source: 'poverty-office', better: 'more' },
  'poverty.persons_lifted': { ...standing, register: 'person-exits', unit: 'person', topic: 'poverty', source: 'poverty-office', better: 'more' },
  'poverty.registered_households': { ...standing, register: 'registered-households', unit: 'household', topic: 'poverty', source: 'poverty-office' },
  'poverty.registered_persons': { ...standing, register: 'registered-persons', unit: 'person', topic: 'poverty', source: 'poverty-office' },
  'poverty.remaining_households': { ...standing, register: 'remaining-households', unit: 'household', topic: 'poverty', source: 'poverty-office', better: 'less' },
  'poverty.remaining_persons': { ...standing, register: 'remaining-persons', unit: 'person', topic: 'poverty', source: 'poverty-office', better: 'less' },
  'poverty.rural_population': { register: 'rural-population', of: 'amount', time: 'last', divisions: 'sum', unit: 'person', topic: 'poverty', source: 'statistics' },
  'poverty.incidence': { ratio: ['poverty.remaining_persons', 'poverty.rural_population'], factor: 100, unit: 'percent', topic: 'poverty', source: 'poverty-office', better: 'less' },

  'services.central_schools': { ...standing, register: 'central-schools', unit: 'township', topic: 'poverty', source: 'poverty-office', better: 'more' },
  'services.clinics': { ...standing, register: 'township-clinics', unit: 'township', topic: 'poverty', source: 'poverty-office', better: 'more' },
  'services.service_centres': { ...standing, register: 'service-centres', unit: 'township', topic: 'poverty', source: 'poverty-office', better: 'more' },

  'funds.special_fiscal_yuan': { register: 'fiscal-allocations', of: 'amount', scale: 100, time: 'year', divisions: 'sum', unit: 'yuan', topic: 'funds', source: 'finance' },
  'funds.special_party_yuan': { register: 'party-allocations', of: 'amount', scale: 100, time: 'year', divisions: 'sum', unit: 'yuan', topic: 'funds', source: 'finance' },
  'funds.special_donation_yuan': { register: 'donation-allocations', of: 'amount', scale: 100, time: 'year', divisions: 'sum', unit: 'yuan', topic: 'funds', source: 'finance' },
  'funds.village_project_floor_yuan': { register: 'poor-village-projects', of: 'amount', scale: 100, time: 'last', divisions: 'least', unit: 'yuan', topic: 'funds', source: 'finance', better: 'more' },
  'funds.late_projects': { ...standing, register: 'late-projects', unit: 'project', topic: 'funds', source: 'finance', better: 'less' },

  'supervision.squads': { ...standing, register: 'squads', unit: 'squad', topic: 'supervision', source: 'inspection' },
  'supervision.specialist_inspectors': { ...standing, register: 'specialists', unit: 'person', topic: 'supervision', source: 'inspection' },
  'supervision.evaluation_groups': { ...standing, register: 'evaluation-groups', unit: 'group', topic: 'supervision', source: 'inspection' },
  'supervision.evaluations_per_year': { register: 'evaluations', of: 'rows', time: 'year', divisions: 'sum', unit: 'evaluation', topic: 'supervision', source: 'inspection' },
} as const satisfies Record<string, Indicator>;
