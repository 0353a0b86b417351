import { describe, expect, test } from 'vitest';
import { EXIT_THRESHOLD, type ExitThreshold, thresholdsOf } from './exit-threshold';

const typed = { name: 'incidence', from: '2018-03', value: '２.５', source: '川委办〔2018〕3号', was: '' };

describe('an exit threshold as it is typed', () => {
  test('reads full-width digits; nothing was there before', () => {
    expect(EXIT_THRESHOLD.parse(typed)).toEqual({ ...typed, value: 2.5, was: null });
    expect(EXIT_THRESHOLD.parse({ ...typed, was: '3' }).was).toBe(3);
  });
  test.each([['name', 'height'], ['from', '2018-13'], ['value', ''], ['value', '-1'], ['value', '100.01'], ['source', '无'], ['was', 'x']])('refuses %s = %s by its name', (field, value) => {
    expect(EXIT_THRESHOLD.safeParse({ ...typed, [field]: value }).error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe('the thresholds of a month', () => {
  const at = (name: ExitThreshold['name'], from: ExitThreshold['from'], value: number): ExitThreshold => ({ name, from, value, source: '文件' });
  const all = [at('incidence', '2018-01', 2), at('incidence', '2014-01', 3), at('collective-income', '2014-01', 0)];
  test('are the latest that had begun', () => {
    expect(thresholdsOf(all, '2017-12')).toEqual({ incidence: 3, collectiveIncome: 0 });
    expect(thresholdsOf(all, '2018-01')).toEqual({ incidence: 2, collectiveIncome: 0 });
  });
  test('are never guessed', () => {
    expect(() => thresholdsOf(all.slice(0, 2), '2018-01')).toThrow(/collective-income/);
  });
});
