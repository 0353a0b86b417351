import { GAP_INDICATORS } from './assignment';
import type { IndicatorId } from './indicators';

/** The screens of the wall, in the order in which they follow each other. */
export const WALL_VIEWS = ['overview', 'zones', 'measures', 'checklists'] as const;
export type WallView = (typeof WALL_VIEWS)[number];

export const wallView = (asked: unknown): WallView => WALL_VIEWS.find((view) => view === asked) ?? 'overview';

/** What each poor village is to have at least in integrated projects, in yuan (briefing 2018 no. 30). */
export const PROJECT_FLOOR_YUAN = 10_000_000;

/** Relocation, stage by stage (易地扶贫搬迁). Each counts the households that got so far. */
export const RELOCATION_STAGES = [
  'housing.relocation_approved', 'housing.relocation_agreed', 'housing.relocation_started', 'housing.relocation_finished',
  'housing.relocated_households', 'housing.relocation_demolished', 'housing.relocation_reclaimed',
] as const satisfies readonly IndicatorId[];

export const INDUSTRY = ['industry.village_parks', 'industry.cooperatives', 'industry.family_farms'] as const satisfies readonly IndicatorId[];

export const FILING = ['checklists.expected', 'checklists.filed', 'checklists.on_time', 'checklists.verified'] as const satisfies readonly IndicatorId[];

/** Who is missing where, of how many: what the running month's overview reads of today, not of the month being filed. */
export const STAFFING: readonly IndicatorId[] = ['poverty.registered_households', 'staff.seats', 'staff.work_teams', 'staff.cadres_assigned', ...Object.values(GAP_INDICATORS)];

const HEADLINE = [
  'poverty.households_lifted', 'poverty.persons_lifted', 'poverty.villages_exited', 'org.poor_villages', 'poverty.incidence',
  'poverty.remaining_households', 'support.visit_rate', 'support.households_neglected',
] as const satisfies readonly IndicatorId[];

/** What a zone's light is judged by, and what its line on the wall says. */
const ZONES = ['poverty.registered_persons', 'poverty.persons_lifted', 'poverty.registered_households', 'support.households_visited', ...FILING] as const;

/** What each view reads, besides the chosen indicator. */
export const VIEW_FIGURES: Record<WallView, readonly IndicatorId[]> = {
  overview: [
    ...HEADLINE, ...ZONES, ...RELOCATION_STAGES, ...INDUSTRY, 'funds.late_projects',
  ],
  zones: [...HEADLINE, ...ZONES, 'housing.relocated_households', 'industry.village_parks', 'employment.poor_labour_transferred', 'support.visits'],
  measures: [
    ...RELOCATION_STAGES, ...INDUSTRY, 'housing.relocated_persons', 'housing.renovated_households', 'housing.resettlement_sites',
    'industry.courtyard_gardens', 'industry.grain_base_mu', 'industry.vegetable_base_mu', 'industry.herb_base_mu',
    'employment.poor_labour_transferred', 'employment.trained_person_times', 'employment.workshops', 'social.funds_mobilised_yuan',
  ],
  checklists: [...ZONES, 'checklists.completeness', 'checklists.timeliness', 'support.visits'],
};
