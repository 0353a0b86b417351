import type { Duty } from './command';
import type { Viewer } from './viewer';

/** What a person is because of a duty. One role per duty; a person has the roles of all duties they serve today. */
export const ROLES = [
  'leader', 'office', 'zone', 'sub-command', 'township', 'first-secretary', 'team-leader', 'team-member', 'technician', 'cadre', 'squad',
  'inspector', 'specialist', 'evaluator', 'auditor', 'finance', 'relief-district', 'relief-township', 'relief-village',
  'admin-system', 'admin-security', 'admin-audit',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_OF = {
  'county-leader': 'leader',
  'office-reviewer': 'office',
  'zone-commander': 'zone',
  'sub-commander': 'sub-command',
  'township-secretary': 'township',
  'first-secretary': 'first-secretary',
  'team-leader': 'team-leader',
  'team-member': 'team-member',
  technician: 'technician',
  cadre: 'cadre',
  'squad-leader': 'squad',
  inspector: 'inspector',
  specialist: 'specialist',
  evaluator: 'evaluator',
  auditor: 'auditor',
  'finance-officer': 'finance',
  'relief-district-officer': 'relief-district',
  'relief-township-officer': 'relief-township',
  'relief-village-clerk': 'relief-village',
  'system-administrator': 'admin-system',
  'security-administrator': 'admin-security',
  'audit-administrator': 'admin-audit',
} as const satisfies Record<Duty, Role>;

interface Reach {
  /** How wide the ground of the role is, taken from the appointment's division or zone. */
  readonly ground: 'county' | 'zone' | 'township' | 'village' | 'none';
  readonly households: 'all' | 'own' | 'none';
  readonly lines?: 'own';
  readonly audit?: 'accounts' | 'all';
}

/** What each role sees. Households 'own' are the open assignments of the person. */
export const REACH = {
  leader: { ground: 'county', households: 'all' },
  office: { ground: 'county', households: 'all' },
  zone: { ground: 'zone', households: 'all' },
  'sub-command': { ground: 'county', households: 'all', lines: 'own' },
  township: { ground: 'township', households: 'all' },
  'first-secretary': { ground: 'village', households: 'all' },
  'team-leader': { ground: 'village', households: 'all' },
  'team-member': { ground: 'village', households: 'all' },
  technician: { ground: 'village', households: 'all' },
  cadre: { ground: 'village', households: 'own' },
  squad: { ground: 'zone', households: 'all' },
  inspector: { ground: 'county', households: 'all' },
  specialist: { ground: 'county', households: 'all', lines: 'own' },
  evaluator: { ground: 'county', households: 'none' },
  auditor: { ground: 'county', households: 'all', audit: 'all' },
  finance: { ground: 'county', households: 'none' },
  'relief-district': { ground: 'county', households: 'all' },
  'relief-township': { ground: 'township', households: 'all' },
  'relief-village': { ground: 'village', households: 'all' },
  'admin-system': { ground: 'none', households: 'none' },
  'admin-security': { ground: 'none', households: 'none' },
  'admin-audit': { ground: 'none', households: 'none', audit: 'accounts' },
} as const satisfies Record<Role, Reach>;

/** The three administrations exclude each other and every other role (security.md 6). */
export const isAdministration = (role: Role): boolean => reach(role).ground === 'none';
export const reach = (role: Role): Reach => REACH[role];

const COUNTY = ['leader', 'office', 'sub-command', 'inspector', 'specialist', 'auditor'] as const;
const COMMANDERS = [...COUNTY, 'zone', 'township', 'squad'] as const;
const TEAM = ['first-secretary', 'team-leader', 'team-member', 'technician', 'cadre'] as const;
const RELIEF = ['relief-district', 'relief-township', 'relief-village'] as const;
const HOUSEHOLDS = [...COMMANDERS, ...TEAM, ...RELIEF] as const;
const EVERYBODY = [...HOUSEHOLDS, 'evaluator', 'finance'] as const;

/** The one policy table: who may do what. Where, is the row fence's business; in which state, the command's. */
export const RIGHTS = {
  'home.view': ROLES,
  'command.view': [...COMMANDERS, 'first-secretary', 'team-leader', 'evaluator', 'finance'],
  'divisions.view': EVERYBODY,
  'indicators.view': EVERYBODY,
  'indicators.export': [...COMMANDERS],
  'households.view': HOUSEHOLDS,
  'households.correct': ['office'],
  'households.unmask': ['office', 'township', 'first-secretary', 'team-leader', 'cadre', 'auditor'],
  'posts.view': EVERYBODY,
  'assignments.view': [...COMMANDERS, ...TEAM],
  'assignments.reassign': ['office', 'township'],
  'handovers.confirm': [...TEAM],
  'checklists.view': [...COMMANDERS, 'first-secretary', 'team-leader'],
  'checklists.file': ['sub-command', 'township', 'first-secretary', 'team-leader'],
  'checklists.review': ['office'],
  'evidence.add': ['sub-command', 'township', 'first-secretary', 'team-leader'],
  'people.view': ['office', 'auditor', 'admin-security'],
  'people.manage': ['admin-security'],
  'accounts.manage': ['admin-security'],
  'audit.view': ['auditor', 'admin-audit'],
  'calendar.manage': ['admin-system'],
  'settings.manage': ['admin-system'],
  'live.view': EVERYBODY,
  'api.read': EVERYBODY,
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof RIGHTS;

/** Whether one of the viewer's roles carries the right. The screen that shows a button and the command behind it both ask here. */
export function may(viewer: Pick<Viewer, 'roles'>, right: Right): boolean {
  const roles: readonly Role[] = RIGHTS[right];
  return viewer.roles.some((role) => roles.includes(role));
}
