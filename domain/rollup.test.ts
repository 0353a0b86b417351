import { describe, expect, test } from 'vitest';
import { type Count, counter, rollUp } from './rollup';

const count = (indicator: Count['indicator'], key: string, numerator: number, denominator: number | null = null): Count => ({
  indicator, key, numerator, denominator, value: denominator === null ? numerator : (numerator / denominator) * 100,
});

describe('rollUp', () => {
  test('sums add up, and the cut adds up to the whole', () => {
    const townships = [count('housing.relocated_households', 'a', 3), count('housing.relocated_households', 'b', 4), count('housing.relocated_households', 'c', 5)];
    const zones = rollUp(townships, (key) => (key === 'c' ? '2' : '1'));
    expect(zones.map(({ key, value }) => [key, value])).toEqual([['1', 7], ['2', 5]]);
    expect(rollUp(zones, () => 'total')[0]?.value).toBe(rollUp(townships, () => 'total')[0]?.value);
  });
  test('a ratio is built from its sums, not averaged', () => {
    const [incidence] = rollUp([count('poverty.incidence', 'a', 10, 100), count('poverty.incidence', 'b', 0, 900)], () => 'total');
    expect(incidence).toMatchObject({ value: 1, numerator: 10, denominator: 1000 });
  });
  test('the least stays the least, and a place without one does not count as zero', () => {
    const least = (key: string, value: number | null): Count => ({ ...count('funds.village_project_floor_yuan', key, 0), value, numerator: value });
    expect(rollUp([least('a', 7), least('b', null), least('c', 3)], () => 'total')[0]?.value).toBe(3);
  });
  test('what belongs nowhere is left out', () => {
    expect(rollUp([count('support.visits', 'own', 3)], () => null)).toEqual([]);
  });
});

test('what no row speaks of is zero for a sum and unknown for a ratio', () => {
  const of = counter([]);
  expect(of('support.visits', 'total').value).toBe(0);
  expect(of('poverty.incidence', 'total').value).toBeNull();
  expect(of('funds.village_project_floor_yuan', 'total').value).toBeNull();
});
