import { afterEach, describe, expect, test } from 'vitest';
import { deadlines } from './deadline';
import { formatCompact, formatDate, formatDateTime, formatDeadline, formatDelta, formatLine, formatMoney, formatMoneyCompact, formatMonth, formatNumber, formatPercent } from './format';

describe('numbers', () => {
  test('full numbers carry their groups; zero is zero and absent is a dash', () => {
    expect(formatNumber('zh-CN', 19354)).toBe('19,354');
    expect(formatNumber('en', 6.25, 1)).toBe('6.3');
    expect(formatNumber('zh-CN', 0)).toBe('0');
    expect(formatNumber('en', null)).toBe('—');
  });
  test('the wall shortens by ten thousands in Chinese', () => {
    expect(formatCompact('zh-CN', 19354)).toBe('1.94万');
    expect(formatCompact('zh-CN', 2018)).toBe('2018');
    expect(formatCompact('en', 59900)).toBe('59.9K');
  });
  test('a percentage is given in percent, not as a fraction', () => {
    expect(formatPercent('zh-CN', 6.3)).toBe('6.3%');
    expect(formatPercent('en', 100, 0)).toBe('100%');
    expect(formatLine('zh-CN', 3)).toBe('3%');
    expect(formatLine('zh-CN', 2.5)).toBe('2.50%');
  });
  test('a difference always shows its sign', () => {
    expect(formatDelta('zh-CN', 12)).toBe('+12');
    expect(formatDelta('en', -0.4, 1)).toBe('−0.4');
    expect(formatDelta('en', 0)).toBe('0');
  });
  test('money is integer fen', () => {
    expect(formatMoney('zh-CN', 123450)).toBe('¥1,234.50');
    expect(formatMoney('en', 8_500_000_000)).toBe('¥85,000,000.00');
    expect(formatMoneyCompact('zh-CN', 8_500_000_000)).toBe('¥8500万');
  });
});

describe('time', () => {
  test('months', () => {
    expect(formatMonth('zh-CN', '2018-02')).toBe('2018年2月');
    expect(formatMonth('en', '2018-02')).toBe('February 2018');
    expect(formatMonth('en', '2018-13')).toBe('2018-13');
  });
  test('a calendar day stays that day in every zone', () => {
    expect(formatDate('zh-CN', '2018-03-01')).toBe('2018年3月1日');
    expect(formatDate('en', '2018-03-01')).toBe('Mar 1, 2018');
  });
  test('an instant is read in the county, not on the server', () => {
    expect(formatDate('zh-CN', new Date('2018-02-28T16:30:00Z'))).toBe('2018年3月1日');
    expect(formatDateTime('zh-CN', '2018-02-28T16:30:00Z')).toBe('2018/03/01 00:30');
  });
});

describe.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('deadlines under TZ=%s', (tz) => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });
  test('midnight in Shanghai is the end of the day before', () => {
    process.env.TZ = tz;
    const { dueAt, lockAt } = deadlines('2018-02', { dueDay: 5, lockDay: 10 });
    expect(formatDeadline('zh-CN', dueAt)).toBe('2018年3月5日24时');
    expect(formatDeadline('en', lockAt)).toBe('Mar 10, 2018, 24:00');
    expect(formatDeadline('zh-CN', deadlines('2017-11', { dueDay: 31, lockDay: 31 }).dueAt)).toBe('2017年12月31日24时');
  });
  test('an hour is told as it is, and none as a dash', () => {
    process.env.TZ = tz;
    expect(formatDeadline('zh-CN', new Date('2018-03-05T09:30:00Z'))).toBe('2018/03/05 17:30');
    expect(formatDeadline('en', null)).toBe('—');
  });
});
