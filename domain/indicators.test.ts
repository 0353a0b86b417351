import { expect, test } from 'vitest';
import { beginsAnew, isMonthly } from './indicators';

test('filing and visits are counted month by month, what stands or has come about since January is not', () => {
  expect((['checklists.completeness', 'checklists.filed', 'support.visits', 'support.visit_rate'] as const).filter(isMonthly)).toHaveLength(4);
  expect((['poverty.incidence', 'poverty.remaining_households', 'employment.trained_person_times', 'support.households_neglected'] as const).filter(isMonthly)).toEqual([]);
});

test('in January a figure counted since January has nothing before it', () => {
  expect(beginsAnew('employment.trained_person_times', '2018-01')).toBe(true);
  expect(beginsAnew('employment.trained_person_times', '2018-02')).toBe(false);
  expect(beginsAnew('poverty.households_lifted', '2018-01')).toBe(false);
});
