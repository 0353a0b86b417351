import { expect, test } from 'vitest';
import { countHrefs, formatFigure, formatFigureCompact } from './figure';
import type { Filter } from './filter';

test('a percentage carries its sign, a count its thousands, money per head its fen', () => {
  expect(formatFigure('zh-CN', 'poverty.incidence', 6.2999)).toBe('6.3%');
  expect(formatFigure('zh-CN', 'poverty.households_lifted', 19354)).toBe('19,354');
  expect(formatFigure('en', 'industry.collective_income_per_head_exited_2017', 27)).toBe('27.00');
  expect(formatFigure('en', 'poverty.incidence', null)).toBe('—');
});

test('only millions are shortened', () => {
  expect(formatFigureCompact('zh-CN', 'social.funds_mobilised_yuan', 85_000_000)).toBe('8500万');
  expect(formatFigureCompact('zh-CN', 'poverty.households_lifted', 19354)).toBe('19,354');
});

test('both counts of a rate are asked for under the rate’s whole filter', () => {
  const filter: Filter = { month: '2017-12', division: null, zone: 3, line: 'housing', reading: 'known' };
  expect(countHrefs(filter, 'poverty.incidence')).toEqual({
    part: '/indicators/poverty.remaining_persons?month=2017-12&zone=3&line=housing&asOf=known',
    whole: '/indicators/poverty.rural_population?month=2017-12&zone=3&line=housing&asOf=known',
  });
  expect(countHrefs({ ...filter, zone: null, division: '510823105' }, 'support.visit_rate')?.part).toContain('division=510823105');
  expect(countHrefs(filter, 'poverty.households_lifted')).toBeUndefined();
});
