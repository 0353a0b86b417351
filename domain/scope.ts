import { isAdministration, reach, type Role, ROLE_OF } from './access';
import { type Area, areaOf, covers, isCode, union, zoneArea } from './area';
import type { Ground, Serving } from './viewer';

/** What today's appointments amount to. `whole` is the ground where every household is open; outside it only their own are. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly ground: Omit<Ground, 'households'>;
  readonly whole: Area | null;
  /** 'all': every household of the ground. 'whole': those of `whole` and their own. 'own': only their own. 'none': no file. */
  readonly households: 'all' | 'whole' | 'own' | 'none';
  readonly home: string;
  readonly homeZone: number | null;
}

const DIGITS = { county: 6, township: 9, village: 12 } as const;
const WIDE = { county: 0, zone: 1, township: 2, village: 3, none: 4 } as const;

/**
 * The union of today's appointments (docs/decisions/07-access.md), never wider: a cadre of one village who leads the team of another
 * sees all households there and only the own ones here. An administrator has nothing else.
 * @param townships the township codes of a zone
 */
export function standing(appointments: readonly Serving[], townships: (zone: number) => readonly string[]): Standing {
  const held = [...new Set(appointments.map((appointment) => ROLE_OF[appointment.duty] as Role))];
  const administrations = held.filter(isAdministration);
  const roles = administrations.length > 0 ? administrations : held;
  const serving = appointments.flatMap((appointment) => {
    const role: Role = ROLE_OF[appointment.duty];
    const area = roles.includes(role) ? groundOf(role, appointment, townships) : null;
    return area ? [{ role, area, appointment }] : [];
  });
  const area = union(serving.map((one) => one.area));
  const whole = union(serving.filter((one) => reach(one.role).households === 'all').map((one) => one.area));
  const own = serving.some((one) => reach(one.role).households === 'own');
  const audits = roles.map((role) => reach(role).audit);
  const first = serving.toSorted((a, b) => WIDE[reach(a.role).ground] - WIDE[reach(b.role).ground] || a.appointment.id - b.appointment.id)[0];
  const zone = first && reach(first.role).ground === 'zone' ? first.appointment.zoneNo : null;
  return {
    roles,
    ground: { area, audit: audits.includes('all') ? 'all' : audits.includes('accounts') ? 'accounts' : '', lines: linesOf(serving) },
    whole,
    households: area && whole && covers(whole, area) ? 'all' : whole ? 'whole' : own ? 'own' : 'none',
    home: first ? first.area.from : '',
    homeZone: zone,
  };
}

/** The ground of one appointment; null when its division is not of the level the role needs (never something wider). */
function groundOf(role: Role, appointment: Serving, townships: (zone: number) => readonly string[]): Area | null {
  const { ground } = reach(role);
  const { division, zoneNo } = appointment;
  if (ground === 'none' || !isCode(division)) return null;
  if (ground === 'zone') return zoneNo !== null ? zoneArea(townships(zoneNo)) : division.length > DIGITS.county ? areaOf(division) : null;
  return division.length >= DIGITS[ground] ? areaOf(division.slice(0, DIGITS[ground])) : null;
}

function linesOf(serving: readonly { role: Role; appointment: Serving }[]): '*' | readonly string[] {
  if (serving.some((one) => reach(one.role).lines !== 'own')) return '*';
  return [...new Set(serving.flatMap((one) => (one.appointment.line === null ? [] : [one.appointment.line])))];
}
