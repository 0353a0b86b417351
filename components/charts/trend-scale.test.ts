import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, monthsBetween } from '@/domain/month';
import { monthsNamed, ticksOf } from './trend-scale';

describe('ticksOf', () => {
  test('counts in round steps from zero', () => {
    expect(ticksOf([6.3, 16.2])).toEqual([0, 5, 10, 15, 20]);
    expect(ticksOf([11_158])).toEqual([0, 5000, 10_000, 15_000]);
    expect(ticksOf([0.07])).toEqual([0, 0.02, 0.04, 0.06, 0.08]);
  });
  test('nothing and nought still make an axis; a loss goes below it', () => {
    expect(ticksOf([])).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(ticksOf([0, 0])).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(ticksOf([-3, 4])).toEqual([-4, -2, 0, 2, 4]);
  });
  test('always spans every value in two to seven ticks', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }).map((value) => value / 1000), { maxLength: 60 }), (values) => {
      const ticks = ticksOf(values);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(ticks[0]! - 1e-6 * Math.abs(value));
        expect(value).toBeLessThanOrEqual(ticks.at(-1)! + 1e-6 * Math.abs(value));
      }
    }));
  });
});

test('an axis names few months on a phone too', () => {
  const last = (count: number) => monthsBetween(addMonths('2018-02', 1 - count), '2018-02');
  expect(monthsNamed(last(3))).toEqual([0, 1, 2]);
  expect(monthsNamed(last(12))).toEqual([0, 4, 8]);
  expect(monthsNamed(last(48)).map((at) => last(48)[at])).toEqual(['2015-01', '2016-01', '2017-01', '2018-01']);
});
