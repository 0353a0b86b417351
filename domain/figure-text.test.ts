import { expect, test } from 'vitest';
import { compactText, figureText } from './figure-text';

test('a percentage carries its sign, a count its thousands, money per head its fen', () => {
  expect(figureText('zh-CN', 'poverty.incidence', 6.2999)).toBe('6.3%');
  expect(figureText('zh-CN', 'poverty.households_lifted', 19354)).toBe('19,354');
  expect(figureText('en', 'industry.collective_income_per_head_exited_2017', 27)).toBe('27.00');
  expect(figureText('en', 'poverty.incidence', null)).toBe('—');
});
test('only millions are shortened', () => {
  expect(compactText('zh-CN', 'social.funds_mobilised_yuan', 85_000_000)).toBe('8500万');
  expect(compactText('zh-CN', 'poverty.households_lifted', 19354)).toBe('19,354');
});
