import { expect, test } from 'vitest';
import { villageCriteria } from './village-exit';

const whole = { incidence: 2.9, income: 100, hardRoad: true, clinic: true, cultureRoom: true, network: true };
const missing = (facts: Partial<typeof whole> | { incidence: null } | { income: null }) =>
  villageCriteria({ ...whole, ...facts }).filter(({ met }) => met !== true).map(({ name, met }) => [name, met]);

test('a village that has everything meets everything', () => {
  expect(missing({})).toEqual([]);
});

test.each([
  [{ incidence: 3 }, [['incidence', false]]],
  [{ incidence: null }, [['incidence', null]]],
  [{ income: 0 }, [['income', false]]],
  [{ income: null }, [['income', null]]],
  [{ hardRoad: false, network: false }, [['hardRoad', false], ['network', false]]],
])('%j', (facts, lacks) => {
  expect(missing(facts)).toEqual(lacks);
});
