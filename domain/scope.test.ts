import { describe, expect, it } from 'vitest';
import { areaOf, contains } from './area';
import type { Duty, PostKind } from './command';
import { standing } from './scope';
import type { Serving } from './viewer';

let ids = 0;
const serving = (duty: Duty, division: string, more: Partial<Serving> = {}): Serving =>
  ({ id: ++ids, postId: 1, postKind: 'team' as PostKind, duty, division, zoneNo: null, line: null, ...more });
const townships = (zone: number) => (zone === 1 ? ['510823101', '510823105'] : []);
const of = (...appointments: Serving[]) => standing(appointments, townships);

describe('what today\'s appointments amount to', () => {
  it('is nothing without an appointment', () => {
    expect(of()).toMatchObject({ roles: [], ground: { area: null, audit: '' }, households: 'none', home: '' });
  });

  it('follows the ground of each duty', () => {
    expect(of(serving('county-leader', '510823')).ground.area).toEqual(areaOf('510823'));
    expect(of(serving('township-secretary', '510823101')).ground.area).toEqual(areaOf('510823101'));
    expect(of(serving('first-secretary', '510823101201'))).toMatchObject({ households: 'all', home: '510823101201' });
    expect(of(serving('cadre', '510823101201')).households).toBe('own');
    expect(of(serving('evaluator', '510823')).households).toBe('none');
    expect(of(serving('auditor', '510823')).ground.audit).toBe('all');
    const zone = of(serving('zone-commander', '510823', { zoneNo: 1 }));
    expect(zone).toMatchObject({ homeZone: 1, households: 'all', ground: { area: { townships: ['510823101', '510823105'] } } });
  });

  it('never widens what an appointment\'s division says', () => {
    expect(of(serving('township-secretary', '510823')).ground.area).toBeNull();
    expect(of(serving('first-secretary', '510823101')).ground.area).toBeNull();
    expect(of(serving('zone-commander', '510823', { zoneNo: 9 })).ground.area).toBeNull();
    expect(of(serving('zone-commander', '510823')).ground.area).toBeNull();
  });

  it('joins several appointments exactly', () => {
    const both = of(serving('first-secretary', '510823101201'), serving('cadre', '510823105202'));
    expect(both).toMatchObject({ households: 'whole', whole: areaOf('510823101201'), roles: ['first-secretary', 'cadre'] });
    expect(both.ground.area && contains(both.ground.area, '510823105202')).toBe(true);
    expect(both.ground.area && contains(both.ground.area, '510823105201')).toBe(false);
    expect(of(serving('cadre', '510823101201'), serving('township-secretary', '510823101'))).toMatchObject({ households: 'all', home: '510823101' });
    expect(of(serving('evaluator', '510823'), serving('first-secretary', '510823101201')).households).toBe('whole');
  });

  it('leaves an administrator nothing else', () => {
    for (const duty of ['system-administrator', 'security-administrator', 'audit-administrator'] as const) {
      const stand = of(serving(duty, '510823'), serving('county-leader', '510823'), serving('cadre', '510823101201'));
      expect(stand.roles).toHaveLength(1);
      expect(stand).toMatchObject({ ground: { area: null }, households: 'none', whole: null });
    }
  });

  it('keeps a sub-command\'s line, unless something wider is held besides', () => {
    expect(of(serving('sub-commander', '510823', { line: 'housing' })).ground.lines).toEqual(['housing']);
    expect(of(serving('sub-commander', '510823', { line: 'housing' }), serving('office-reviewer', '510823')).ground.lines).toBe('*');
  });
});
