import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orphans, type Part, prove } from './letter-proof';

const part = (unit: string, target: number, denominator?: number): Part => ({ key: unit, unit, target, denominator });
const village = (at: number) => `510823100${200 + at}`;
const values = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 });

describe('a sum', () => {
  it('adds up exactly when the parts do, and the gap is what is missing', () => {
    fc.assert(fc.property(values, fc.integer({ min: -50, max: 50 }), (targets, off) => {
      const parts = targets.map((target, at) => part(village(at), target));
      const sum = targets.reduce((a, b) => a + b, 0);
      const proof = prove({ indicator: 'poverty.households_lifted', target: sum + off, parts, units: parts.map(({ unit }) => unit) });
      expect(proof).toMatchObject({ rule: 'sum', together: sum, gap: off, missing: [], doubled: [], addsUp: off === 0 });
      expect(proof.together! + proof.gap).toBe(sum + off);
    }));
  });

  it('names the unit that lost its part, and the gap is that part', () => {
    fc.assert(fc.property(values, fc.nat(), (targets, which) => {
      const parts = targets.map((target, at) => part(village(at), target));
      const gone = parts[which % parts.length]!;
      const proof = prove({ indicator: 'poverty.villages_exited', target: targets.reduce((a, b) => a + b, 0), parts: parts.filter((one) => one !== gone), units: parts.map(({ unit }) => unit) });
      expect(proof).toMatchObject({ missing: [gone.unit], gap: gone.target, addsUp: false });
    }));
  });

  it('finds a unit that two parts count, also a village beside its township', () => {
    const joint = { indicator: 'poverty.villages_exited', target: 3, units: [] } as const;
    expect(prove({ ...joint, parts: [part(village(1), 1), part(village(2), 1), part(village(1), 1)] }).doubled).toEqual([village(1)]);
    expect(prove({ ...joint, parts: [part('510823100', 2), part(village(1), 1)] }).doubled).toEqual([village(1)]);
    expect(prove({ ...joint, parts: [part('post 1', 2), part('post 12', 1)] }).doubled).toEqual([]);
  });

  it('of what should be few, more is the gap', () => {
    expect(prove({ indicator: 'poverty.remaining_households', target: 10, parts: [part(village(1), 12)], units: [] }).gap).toBe(2);
  });
});

describe('a ratio', () => {
  const incidence = 'poverty.incidence' as const;
  it('is not summed: every part must be as strict', () => {
    expect(prove({ indicator: incidence, target: 3, parts: [part('510823100', 3), part('510823101', 2)], units: [] })).toMatchObject({ rule: 'strict', gap: 0, together: null, addsUp: true });
    expect(prove({ indicator: incidence, target: 3, parts: [part('510823100', 3.5), part('510823101', 2)], units: [] })).toMatchObject({ gap: 0.5, loose: ['510823100'], addsUp: false });
    expect(prove({ indicator: 'support.visit_rate', target: 20, parts: [part('510823100', 18)], units: [] })).toMatchObject({ gap: 2, addsUp: false });
  });

  it('is built from its own two counts where they are known', () => {
    const parts = [part('510823100', 4, 1_000), part('510823101', 2, 3_000)];
    expect(prove({ indicator: incidence, target: 3, parts, units: [] })).toMatchObject({ together: 2.5, gap: 0, loose: ['510823100'], addsUp: true });
    expect(prove({ indicator: incidence, target: 2, parts, units: [] })).toMatchObject({ gap: 0.5, addsUp: false });
  });

  it('is never looser together than its loosest part', () => {
    const shares = fc.array(fc.record({ target: fc.nat(1_000), under: fc.integer({ min: 1, max: 9_999 }) }), { minLength: 1, maxLength: 20 });
    fc.assert(fc.property(shares, (given) => {
      const parts = given.map(({ target, under }, at) => part(village(at), target / 10, under));
      const { together } = prove({ indicator: incidence, target: 3, parts, units: [] });
      expect(together!).toBeLessThanOrEqual(Math.max(...given.map(({ target }) => target / 10)) + 1e-6);
    }));
  });
});

it('a clause of no parent, of one that is gone or of another indicator is an orphan', () => {
  const parents = new Map([['t1', 'poverty.villages_exited' as const]]);
  const child = (key: string, parent: string | null, indicator = 'poverty.villages_exited' as const) => ({ key, parent, indicator });
  const children = [child('a', 't1'), child('b', null), child('c', 't2'), { ...child('d', 't1'), indicator: 'poverty.incidence' as const }];
  expect(orphans(children, parents).map(({ key }) => key)).toEqual(['b', 'c', 'd']);
});
