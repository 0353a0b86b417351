import { describe, expect, it } from 'vitest';
import { isAdministration, may, REACH, type Right, RIGHTS, ROLE_OF, ROLES } from './access';
import { DUTIES } from './command';

describe('the policy table', () => {
  it('knows one role for each duty and a reach for each role', () => {
    expect(Object.keys(ROLE_OF).sort()).toEqual([...DUTIES].sort());
    expect(new Set(Object.values(ROLE_OF))).toEqual(new Set(ROLES));
    expect(Object.keys(REACH).sort()).toEqual([...ROLES].sort());
  });

  it('gives administrators nothing of the county and no two of them the same office', () => {
    const administrations = ROLES.filter(isAdministration);
    expect(administrations).toEqual(['admin-system', 'admin-security', 'admin-audit']);
    const rightsOf = (role: (typeof ROLES)[number]) => (Object.keys(RIGHTS) as Right[]).filter((right) => may({ roles: [role] }, right));
    expect(rightsOf('admin-system')).toEqual(['home.view', 'calendar.manage', 'settings.manage']);
    expect(rightsOf('admin-security')).toEqual(['home.view', 'people.view', 'appointments.manage', 'accounts.manage']);
    expect(rightsOf('admin-audit')).toEqual(['home.view', 'audit.view']);
  });

  it('shows a full number only to those who may open the file', () => {
    for (const role of RIGHTS['households.unmask']) expect(may({ roles: [role] }, 'households.view')).toBe(true);
    expect(may({ roles: ['leader'] }, 'households.unmask')).toBe(false);
    expect(may({ roles: [] }, 'home.view')).toBe(false);
  });
});
