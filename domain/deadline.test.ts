import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { deadlines, type FilingTerms, filingTime, monthEnd } from './deadline';
import { addMonths } from './month';

const DAYS = { dueDay: 5, lockDay: 10 };
const ZONES = ['UTC', 'America/New_York', 'Asia/Shanghai'];
const zone = process.env.TZ;

describe.each(ZONES)('deadlines under TZ=%s', (tz) => {
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

  const opened: FilingTerms = { ...DAYS, extendedTo: new Date('2018-03-15T16:00:00.000Z') };
  it.each<[string, FilingTerms, string[]]>([
    ['2018-03-05T16:00:00.000Z', DAYS, ['in-time', 'late', 'late']],
    ['2018-03-10T16:00:00.000Z', DAYS, ['late', 'locked', 'locked']],
    ['2018-03-10T16:00:00.000Z', opened, ['late', 'late', 'late']],
    ['2018-03-15T16:00:00.000Z', opened, ['late', 'locked', 'locked']],
  ])('is exclusive around %s', (instant, terms, expected) => {
    process.env.TZ = tz;
    const at = Date.parse(instant);
    expect([-1, 0, 1].map((ms) => filingTime('2018-02', terms, new Date(at + ms)))).toEqual(expected);
  });

  it('spills over a month that is shorter than the day asked for', () => {
    process.env.TZ = tz;
    expect(deadlines('2018-01', { dueDay: 28, lockDay: 30 }).lockAt.toISOString()).toBe('2018-03-02T16:00:00.000Z');
  });

  it('knows leap years and the turn of the year', () => {
    process.env.TZ = tz;
    expect(monthEnd('2020-02').toISOString()).toBe('2020-02-29T16:00:00.000Z');
    expect(monthEnd('2100-02').toISOString()).toBe('2100-02-28T16:00:00.000Z');
    expect(deadlines('2019-12', DAYS).lockAt.toISOString()).toBe('2020-01-10T16:00:00.000Z');
  });

  it('holds for every calendar and month: the day of the month after, at 24:00, due before lock', () => {
    process.env.TZ = tz;
    const calendar = fc.integer({ min: 1, max: 28 }).chain((dueDay) => fc.tuple(fc.constant(dueDay), fc.integer({ min: dueDay, max: 28 })));
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_800 }), calendar, (steps, [dueDay, lockDay]) => {
      const month = addMonths('1995-01', steps);
      const { dueAt, lockAt } = deadlines(month, { dueDay, lockDay });
      const last = (instant: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(instant.getTime() - 1);
      const day = (number: number) => `${addMonths(month, 1)}-${String(number).padStart(2, '0')} 23:59:59`;
      expect([last(dueAt), last(lockAt)]).toEqual([day(dueDay), day(lockDay)]);
      expect(monthEnd(month) < dueAt && dueAt <= lockAt && lockAt <= monthEnd(addMonths(month, 1))).toBe(true);
    }), { numRuns: 60 });
  });
});
