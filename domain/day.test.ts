import { expect, it } from 'vitest';
import { dayWithin } from './day';

it('takes a day that exists and lies within, and nothing else', () => {
  expect(dayWithin('2016-11-15', '2014-01-01', '2018-03-01')).toBe('2016-11-15');
  expect(dayWithin('2018-03-01', '2014-01-01', '2018-03-01')).toBe('2018-03-01');
  for (const text of ['2018-03-02', '2013-12-31', '2017-02-29', '2016-13-01', '2016-1-1', '', 'x', undefined, ['2016-11-15'], '2016-11-15T00:00'])
    expect(dayWithin(text, '2014-01-01', '2018-03-01')).toBeNull();
});
