/** Kinds of posts in the county's command (指挥岗位). */
export const POST_KINDS = [
  'headquarters', 'sub-command', 'zone-command', 'township-command', 'team', 'squad', 'inspection-office', 'specialist-group',
  'evaluation-group', 'poverty-office', 'audit-office', 'finance-office', 'relief-district', 'relief-township', 'relief-village', 'administration', 'department',
] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** What a person does at a post. Each duty carries one role (domain/access.ts). */
export const DUTIES = [
  'county-leader', 'office-reviewer', 'zone-commander', 'sub-commander', 'township-secretary', 'first-secretary', 'team-leader', 'team-member',
  'technician', 'cadre', 'squad-leader', 'inspector', 'specialist', 'evaluator', 'auditor', 'finance-officer',
  'relief-district-officer', 'relief-township-officer', 'relief-village-clerk', 'system-administrator', 'security-administrator', 'audit-administrator', 'department-head',
] as const;
export type Duty = (typeof DUTIES)[number];
