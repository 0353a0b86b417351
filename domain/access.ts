import type { Duty } from './command';
import type { Viewer } from './viewer';

/** What a person is because of a duty. One role per duty; a person has the roles of all duties they serve today. */
export const ROLES = [
  'leader', 'office', 'zone', 'sub-command', 'township', 'first-secretary', 'team-leader', 'team-member', 'technician', 'cadre', 'squad',
  'inspector', 'specialist', 'evaluator', 'auditor', 'finance', 'relief-district', 'relief-township', 'relief-village',
  'admin-system', 'admin-security', 'admin-audit', 'department',
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
  'department-head': 'department',
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
  department: { ground: 'county', households: 'none', lines: 'own' },
} as const satisfies Record<Role, Reach>;

/** The three administrations exclude each other and every other role. */
export const isAdministration = (role: Role): boolean => reach(role).ground === 'none';
export const reach = (role: Role): Reach => REACH[role];

const COUNTY = ['leader', 'office', 'sub-command', 'inspector', 'specialist', 'auditor'] as const;
const COMMANDERS = [...COUNTY, 'zone', 'township', 'squad'] as const;
const TEAM = ['first-secretary', 'team-leader', 'team-member', 'technician', 'cadre'] as const;
const RELIEF = ['relief-district', 'relief-township', 'relief-village'] as const;
const HOUSEHOLDS = [...COMMANDERS, ...TEAM, ...RELIEF] as const;
const EVERYBODY = [...HOUSEHOLDS, 'evaluator', 'finance', 'department'] as const;

/** The one policy table: who may do what. Where, is the row fence's business; in which state, the command's. */
export const RIGHTS = {
  'home.view': ROLES,
  'command.view': [...COMMANDERS, 'first-secretary', 'team-leader', 'evaluator', 'finance', 'department'],
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
  'visits.view': [...COMMANDERS, ...TEAM],
  'visits.record': [...TEAM],
  'demands.view': [...COMMANDERS, ...TEAM],
  'demands.answer': ['office', 'township', ...TEAM],
  'checklists.view': [...COMMANDERS, 'first-secretary', 'team-leader'],
  'checklists.file': ['sub-command', 'township', 'first-secretary', 'team-leader'],
  'checklists.review': ['office'],
  'checklists.comment': ['office', 'squad', 'sub-command', 'township', 'first-secretary', 'team-leader'],
  'exceptions.grant': ['office'],
  'spots.view': [...COMMANDERS],
  'spots.check': ['squad'],
  'evidence.add': ['sub-command', 'township', 'first-secretary', 'team-leader'],
  'letters.view': [...COMMANDERS, 'department', 'first-secretary', 'team-leader', 'cadre'],
  'letters.issue': ['leader', 'office', 'township', 'department'],
  'letters.sign': ['leader', 'office', 'sub-command', 'department', 'township', 'first-secretary', 'team-leader', 'cadre'],
  'targets.view': [...COUNTY, 'department'],
  'targets.set': ['leader', 'office'],
  'relief.view': ['leader', 'office', 'inspector', 'auditor', 'zone', 'township', 'squad', 'first-secretary', 'finance', ...RELIEF],
  'relief.apply': ['relief-village'],
  'relief.review': ['first-secretary', ...RELIEF],
  'relief.answer': ['inspector', 'squad', 'office'],
  'relief.change-card': ['relief-village', 'relief-township'],
  'relief.confirm-card': ['relief-township', 'relief-district'],
  'relief.revoke': ['relief-district'],
  /** The telephone of whoever applies, for who works on the case at its place; numbers and accounts for fewer. */
  'relief.unmask': ['finance', 'auditor', ...RELIEF],
  'relief.unmask-numbers': ['finance', 'relief-district', 'auditor'],
  'fund.view': ['leader', 'office', 'inspector', 'auditor', 'finance', 'relief-district'],
  'fund.keep': ['finance'],
  'batches.view': ['auditor', 'finance'],
  'batches.manage': ['finance'],
  'kinships.declare': ['office', 'inspector', 'squad', 'first-secretary', 'finance', ...RELIEF],
  'people.view': ['office', 'auditor', 'admin-security'],
  'appointments.manage': ['leader', 'office', 'township', 'admin-security'],
  'accounts.manage': ['admin-security'],
  'audit.view': ['auditor', 'admin-audit'],
  'calendar.manage': ['admin-system'],
  'settings.manage': ['admin-system'],
  'inbox.view': EVERYBODY,
  'live.view': EVERYBODY,
  'api.read': EVERYBODY,
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof RIGHTS;

const FIELD = ['leader', 'office'] as const;
const VILLAGE = [...FIELD, 'township'] as const;
const SECURITY = ['admin-security'] as const;

/**
 * Who appoints to a duty, and ends it. The county's office (or the headquarters itself) fills the field, a township the helpers of
 * its villages; whoever commands, checks or administers the office is entered by the security administrator, not by the office.
 */
export const APPOINTERS: Readonly<Record<Duty, readonly Role[]>> = {
  'county-leader': SECURITY,
  'office-reviewer': SECURITY,
  auditor: SECURITY,
  'system-administrator': SECURITY,
  'security-administrator': SECURITY,
  'audit-administrator': SECURITY,
  'zone-commander': FIELD,
  'sub-commander': FIELD,
  'department-head': FIELD,
  'township-secretary': FIELD,
  'first-secretary': FIELD,
  'team-leader': FIELD,
  'squad-leader': FIELD,
  inspector: FIELD,
  specialist: FIELD,
  evaluator: FIELD,
  'finance-officer': FIELD,
  'relief-district-officer': FIELD,
  'relief-township-officer': FIELD,
  'team-member': VILLAGE,
  technician: VILLAGE,
  cadre: VILLAGE,
  'relief-village-clerk': VILLAGE,
};

type Standing = Pick<Viewer, 'roles' | 'appointments'>;

/** Whether one of the appointments that carry these roles stands over a place: a township secretary who also leads a squad has the own township, not the zone. */
function standsOver({ roles, appointments }: Standing, asked: readonly Role[], division: string): boolean {
  return appointments.some((appointment) => {
    const role: Role = ROLE_OF[appointment.duty];
    if (!roles.includes(role) || !asked.includes(role)) return false;
    const digits = { county: 6, zone: 12, township: 9, village: 12, none: 0 }[reach(role).ground];
    return appointment.division.length >= digits && division.startsWith(appointment.division.slice(0, digits));
  });
}

/** Whether the viewer holds the right at a place. */
export const mayAt = (viewer: Standing, right: Right, division: string): boolean => standsOver(viewer, RIGHTS[right], division);

/** Whether the viewer appoints to a duty at a place, and ends it there. */
export const appoints = (viewer: Standing, duty: Duty, division: string): boolean => standsOver(viewer, APPOINTERS[duty], division);

/** Whether one of the viewer's roles carries the right; none does until a password that was handed out is changed. The screen that shows a button and the command behind it both ask here. */
export function may(viewer: Pick<Viewer, 'roles'> & Partial<Pick<Viewer, 'passwordIssued'>>, right: Right): boolean {
  if (viewer.passwordIssued) return false;
  const roles: readonly Role[] = RIGHTS[right];
  return viewer.roles.some((role) => roles.includes(role));
}
