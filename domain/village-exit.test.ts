import { expect, test } from 'vitest';
import { villageCriteria } from './village-exit';

const whole = { incidence: 2.9, income: 100, people: 50, hardRoad: true, clinic: true, cultureRoom: true, network: true };
const missing = (facts: Partial<typeof whole> | { incidence: null } | { income: null } | { people: null }, collectiveIncome = 0) =>
  villageCriteria({ ...whole, ...facts }, { incidence: 3, collectiveIncome }).filter(({ met }) => met !== true).map(({ name, met }) => [name, met]);

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

test('collective income is judged by the head, and must be over the threshold', () => {
  expect(missing({ income: 15_000 }, 3)).toEqual([['income', false]]);
  expect(missing({ income: 15_001 }, 3)).toEqual([]);
  expect(missing({ people: null }, 3)).toEqual([['income', null]]);
  expect(missing({ people: null })).toEqual([]);
});
