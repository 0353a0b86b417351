import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOutside, limitsOf } from './checklist-limits';
import { byTrouble, type Claim, propose, type Queued, troubleOf } from './verdict';

const number = (given: Partial<Claim>): Claim => ({ kind: 'number', claim: null, recorded: null, nothing: false, text: null, explanation: null, files: 0, ...given });

describe('a proposed verdict', () => {
  it.each([
    [{ claim: 7, recorded: 7 }, 'supported', 'as-recorded'],
    [{ nothing: true, recorded: 0 }, 'supported', 'nothing-recorded'],
    [{ nothing: true, recorded: 7 }, 'contradicted', 'nothing-but-recorded'],
    [{ claim: 102, recorded: 100, explanation: '月末两户' }, 'partly', 'within-tolerance'],
    [{ claim: 97, recorded: 100, explanation: '重复登记' }, 'partly', 'within-tolerance'],
    [{ claim: 80, recorded: 100, explanation: '重复登记' }, 'contradicted', 'less-than-recorded'],
    [{ claim: 130, recorded: 100, explanation: '补录中' }, 'unsupported', 'more-without-evidence'],
    [{ claim: 130, recorded: 100, explanation: '补录中', files: 1 }, 'partly', 'more-with-evidence'],
    [{ claim: 300, recorded: 100, explanation: '补录中', files: 1 }, 'unsupported', 'far-more'],
    [{ claim: 3, recorded: 0, explanation: '补录中' }, 'unsupported', 'more-without-evidence'],
    [{ claim: 3, recorded: null }, 'unsupported', 'no-record'],
    [{ claim: 3, recorded: null, files: 2 }, 'partly', 'no-record-evidence'],
    [{ claim: null, recorded: 3 }, 'unsupported', 'unanswered'],
  ] as const)('%j is %s: %s', (given, verdict, why) => {
    expect(propose(number(given))).toMatchObject({ verdict, why });
  });

  it('of texts and files only asks whether they are there', () => {
    expect(propose(number({ kind: 'text', text: '已召开院坝会三次' })).verdict).toBe('supported');
    expect(propose(number({ kind: 'evidence' })).verdict).toBe('unsupported');
    expect(propose(number({ kind: 'evidence', nothing: true })).verdict).toBe('supported');
    expect(propose(number({ kind: 'evidence', files: 1 })).verdict).toBe('supported');
  });

  it('is supported exactly when claim and records agree, whatever is written beside it', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(), fc.string(), fc.nat(5), (claim, recorded, explanation, files) => {
      const { verdict, deviation } = propose(number({ claim, recorded, explanation, files }));
      expect(verdict === 'supported').toBe(claim === recorded);
      expect(deviation).toBeGreaterThanOrEqual(0);
    }));
  });
});

describe('the queue', () => {
  it('puts the worst first, then the late, then the first come', () => {
    const row = (id: number, given: Partial<Queued>): Queued => ({ id, worst: 'supported', doubtful: 0, deviation: 0, late: false, submittedAt: id, ...given });
    const rows = [row(1, {}), row(2, { late: true }), row(3, { worst: 'partly', doubtful: 2 }), row(4, { worst: 'contradicted', doubtful: 1 }), row(5, { worst: 'partly', doubtful: 3 })];
    expect(rows.toSorted(byTrouble).map(({ id }) => id)).toEqual([4, 5, 3, 2, 1]);
  });

  it('sums a checklist up by its worst entry', () => {
    expect(troubleOf([propose(number({ claim: 1, recorded: 1 })), propose(number({ nothing: true, recorded: 2 }))])).toMatchObject({ worst: 'contradicted', doubtful: 1 });
    expect(troubleOf([])).toEqual({ worst: 'supported', doubtful: 0, deviation: 0 });
  });
});

describe('the limits of a month', () => {
  it('follow what a month adds', () => {
    const steady = [10, 12, 9, 11, 10, 12, 9, 11];
    expect(limitsOf(steady, 'month')).toEqual({ low: 8, high: 13 });
    expect(isOutside(20, limitsOf(steady, 'month'))).toBe(true);
    expect(isOutside(10, limitsOf(steady, 'month'))).toBe(false);
    expect(limitsOf([0, 10, 20, 30, 40, 50, 60], 'last')).toEqual({ low: 70, high: 70 });
    expect(limitsOf([10, 20, 30, 10, 20, 30, 40], 'year')).toEqual({ low: 50, high: 50 });
    expect(limitsOf([1, 2], 'month')).toBeNull();
    expect(limitsOf([null, null], 'last')).toBeNull();
  });

  it('are whole numbers, rounded outwards: what reads as inside is inside', () => {
    const limits = limitsOf([10, 11, 10, 11, 10, 12, 11], 'month');
    expect(limits).toEqual({ low: 9, high: 13 });
    expect([9, 13].map((value) => isOutside(value, limits))).toEqual([false, false]);
    expect([8, 14].map((value) => isOutside(value, limits))).toEqual([true, true]);
  });

  it('never fall below nothing where nothing ever did', () => {
    expect(limitsOf([300, 290, 280, 200, 100, 60, 20], 'last')?.low).toBe(0);
    expect(limitsOf([0, 9, 0, 9, 0, 9, 0], 'month')?.low).toBe(0);
  });
});
