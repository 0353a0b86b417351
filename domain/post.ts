import type { Duty, PostKind } from './command';
import { addMonths, firstDay, type Month } from './month';

/** The duties a post of a kind cannot be without, its head first. A technician is wished for in a team, not required. */
export const NEEDED: Readonly<Record<PostKind, readonly [Duty, ...Duty[]]>> = {
  headquarters: ['county-leader'],
  'sub-command': ['sub-commander'],
  'zone-command': ['zone-commander'],
  'township-command': ['township-secretary'],
  team: ['first-secretary', 'team-leader'],
  squad: ['squad-leader'],
  'inspection-office': ['inspector'],
  'specialist-group': ['specialist'],
  'evaluation-group': ['evaluator'],
  'poverty-office': ['office-reviewer'],
  'audit-office': ['auditor'],
  'finance-office': ['finance-officer'],
  'relief-district': ['relief-district-officer'],
  'relief-township': ['relief-township-officer'],
  'relief-village': ['relief-village-clerk'],
  administration: ['system-administrator', 'security-administrator', 'audit-administrator'],
  department: ['department-head'],
};

/** Duties beside the needed ones. */
const FURTHER: Readonly<Partial<Record<PostKind, readonly Duty[]>>> = { team: ['team-member', 'technician', 'cadre'] };

/** What somebody may be appointed to at a post of a kind. */
export const dutiesAt = (kind: PostKind): readonly Duty[] => [...NEEDED[kind], ...(FURTHER[kind] ?? [])];

/** Duties that one person at a time serves at a post: whoever comes next replaces the holder. */
export const SOLE: readonly Duty[] = [
  'zone-commander', 'sub-commander', 'township-secretary', 'first-secretary', 'team-leader', 'squad-leader', 'department-head', 'relief-township-officer', 'relief-village-clerk',
];
export const isSole = (duty: Duty): boolean => SOLE.includes(duty);

/** What a post lacks, given the duties served there on a day. */
export const vacancies = (kind: PostKind, served: readonly Duty[]): Duty[] => NEEDED[kind].filter((duty) => !served.includes(duty));

/** Kinds of which there is one per township or village: listed by place, not all at once. */
export const LOCAL_KINDS: readonly PostKind[] = ['team', 'relief-township', 'relief-village'];

/** Whether an appointment is in force on a day; `endsOn` is the first day no longer served. */
export const servesOn = (day: string, { startsOn, endsOn }: { startsOn: string; endsOn: string | null }): boolean =>
  startsOn <= day && (endsOn === null || endsOn > day);

/** Whether an appointment was in force on a day of the month. */
export const servesIn = (month: Month, { startsOn, endsOn }: { startsOn: string; endsOn: string | null }): boolean =>
  startsOn < firstDay(addMonths(month, 1)) && (endsOn === null || (endsOn > firstDay(month) && endsOn > startsOn));
