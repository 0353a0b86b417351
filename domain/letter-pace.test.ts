import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Course, expectedBy, measuredMonth, measureOf, paceOf } from './letter-pace';

const course = (over: Partial<Course>): Course => ({ indicator: 'poverty.households_lifted', target: 120, dueMonth: '2018-12', month: '2018-06', value: 60, base: null, ...over });

describe('the pace', () => {
  it('is the share of the year that is over', () => {
    expect([expectedBy('2017-12', '2018-12'), expectedBy('2018-03', '2018-12'), expectedBy('2018-12', '2018-12'), expectedBy('2019-05', '2018-12')]).toEqual([0, 25, 100, 100]);
    expect(expectedBy('2018-03', '2018-06')).toBe(50);
  });

  it('is measured at the end of a month, never of one that has only begun', () => {
    expect(['2018-01-15', '2018-03-01', '2018-03-31', '2019-06-01'].map((today) => measuredMonth(2018, today))).toEqual(['2017-12', '2018-02', '2018-02', '2018-12']);
  });

  it('is green on it, yellow behind it, red far behind', () => {
    expect([60, 54, 50, 36, 35].map((value) => paceOf(course({ value })).colour)).toEqual(['green', 'green', 'yellow', 'yellow', 'red']);
  });

  it('is red after the due month unless it was met', () => {
    expect(paceOf(course({ month: '2018-12', value: 119 }))).toMatchObject({ colour: 'red', met: false });
    expect(paceOf(course({ month: '2018-12', value: 120 }))).toMatchObject({ colour: 'green', met: true, done: 100 });
  });

  it('goes a straight way from where a level stood', () => {
    expect(paceOf(course({ indicator: 'poverty.incidence', target: 3, base: 6, value: 4.5 }))).toMatchObject({ done: 50, expected: 50, colour: 'green' });
    expect(paceOf(course({ indicator: 'poverty.incidence', target: 3, base: 6, value: 6.2 }))).toMatchObject({ done: 0, colour: 'red' });
    expect(paceOf(course({ indicator: 'poverty.incidence', target: 3, base: 2, value: 2 }))).toMatchObject({ met: true, done: 100, colour: 'green' });
  });

  it('asks for a month\'s figure every month anew', () => {
    expect(measureOf('support.visit_rate')).toBe('monthly');
    expect(paceOf(course({ indicator: 'support.visit_rate', target: 20, month: '2018-01', value: 21 }))).toMatchObject({ expected: 100, colour: 'green' });
    expect(paceOf(course({ indicator: 'support.visit_rate', target: 20, month: '2018-12', value: 17 }))).toMatchObject({ colour: 'yellow' });
  });

  it('is grey where nothing is measured, and a target of nothing is met', () => {
    expect(paceOf(course({ value: null })).colour).toBe('grey');
    expect(paceOf(course({ target: 0, value: 0 }))).toMatchObject({ met: true, done: 100, colour: 'green' });
  });

  it('never turns worse by doing more', () => {
    const rank = { grey: -1, red: 0, yellow: 1, green: 2 };
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(600), fc.nat(100), fc.integer({ min: 1, max: 12 }), (target, value, more, month) => {
      const at = (done: number) => paceOf(course({ target, value: done, month: `2018-${String(month).padStart(2, '0')}` as Course['month'] }));
      expect(rank[at(value + more).colour]).toBeGreaterThanOrEqual(rank[at(value).colour]);
    }));
  });
});
