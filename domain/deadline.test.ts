import { afterEach, describe, expect, it } from 'vitest';
import { deadlines, filingTime } from './deadline';

const DAYS = { dueDay: 5, lockDay: 10 };
const zone = process.env.TZ;

describe.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('deadlines under TZ=%s', (tz) => {
  afterEach(() => {
    process.env.TZ = zone;
  });

  it('ends the due and the lock day at midnight in Shanghai', () => {
    process.env.TZ = tz;
    const { dueAt, lockAt } = deadlines('2018-02', DAYS);
    expect(dueAt.toISOString()).toBe('2018-03-05T16:00:00.000Z');
    expect(lockAt.toISOString()).toBe('2018-03-10T16:00:00.000Z');
    expect(deadlines('2017-12', DAYS).dueAt.toISOString()).toBe('2018-01-05T16:00:00.000Z');
  });

  it.each([
    ['2018-03-05T16:00:00.000Z', ['in-time', 'late', 'late']],
    ['2018-03-10T16:00:00.000Z', ['late', 'locked', 'locked']],
  ])('is exclusive around %s', (instant, expected) => {
    process.env.TZ = tz;
    const at = Date.parse(instant);
    expect([-1, 0, 1].map((ms) => filingTime('2018-02', DAYS, new Date(at + ms)))).toEqual(expected);
  });

  it('spills over a month that is shorter than the day asked for', () => {
    process.env.TZ = tz;
    expect(deadlines('2018-01', { dueDay: 28, lockDay: 30 }).lockAt.toISOString()).toBe('2018-03-02T16:00:00.000Z');
  });
});
