import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { deadlines } from './deadline';
import { firstToRun, occasionsDue, occasionsOf } from './job';
import { addMonths, type Month, monthsBetween } from './month';

const DAYS = { dueDay: 5, lockDay: 10 };
const days = fc.integer({ min: 1, max: 28 }).chain((dueDay) => fc.record({ dueDay: fc.constant(dueDay), lockDay: fc.integer({ min: dueDay, max: 28 }) }));
const months = fc.integer({ min: 0, max: 1_200 }).map((steps) => addMonths('2014-01', steps));

describe('the occasions of a month', () => {
  it('are issue, three reminders and the close, each at its hour in Shanghai', () => {
    expect(occasionsOf('2018-02', DAYS).map(({ job, key, at }) => [job, key, at.toISOString()])).toEqual([
      ['issue', '2018-02', '2018-01-31T16:00:00.000Z'],
      ['remind', '2018-02 before', '2018-03-02T00:00:00.000Z'],
      ['remind', '2018-02 due', '2018-03-05T00:00:00.000Z'],
      ['remind', '2018-02 overdue', '2018-03-06T00:00:00.000Z'],
      ['close', '2018-02', '2018-03-10T16:00:00.000Z'],
    ]);
  });

  it('begin with the issue, close at the lock, and no reminder outlives the lock', () => {
    fc.assert(fc.property(months, days, (month, calendar) => {
      const { lockAt } = deadlines(month, calendar);
      const occasions = occasionsOf(month, calendar);
      expect(occasions[0]?.job).toBe('issue');
      expect(occasions.find(({ job }) => job === 'close')?.at).toEqual(lockAt);
      for (const { until } of occasions) expect(until === null || until <= lockAt).toBe(true);
      expect(new Set(occasions.map(({ job, key }) => `${job} ${key}`)).size).toBe(5);
    }));
  });
});

const zone = process.env.TZ;

describe.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('what is due under TZ=%s', (tz) => {
  afterEach(() => {
    process.env.TZ = zone;
  });

  it.each(['2018-02-28T16:00:00.000Z', '2018-03-02T00:00:00.000Z', '2018-03-05T00:00:00.000Z', '2018-03-06T00:00:00.000Z', '2018-03-10T16:00:00.000Z'])('begins exactly at %s', (instant) => {
    process.env.TZ = tz;
    const at = Date.parse(instant);
    const count = (ms: number) => occasionsDue('2018-02', new Date(at + ms), () => DAYS).length;
    expect([count(0) - count(-1), count(1) - count(0)]).toEqual([1, 0]);
  });
});

describe('what is due', () => {
  it('is everything that was missed, in order of time, whatever the calendar', () => {
    const inside = days.filter(({ lockDay }) => lockDay < 28);
    fc.assert(fc.property(months, fc.integer({ min: 0, max: 14 }), inside, (first, later, calendar) => {
      const now = deadlines(addMonths(first, later), calendar).lockAt;
      const due = occasionsDue(first, now, () => calendar);
      expect(due.filter(({ job }) => job === 'issue').map(({ month }) => month)).toEqual(monthsBetween(first, addMonths(first, later + 1)));
      expect(due.filter(({ job }) => job === 'close').map(({ month }) => month)).toEqual(monthsBetween(first, addMonths(first, later)));
      const times = due.map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }));
  });
});

describe('the first month to look at', () => {
  const at = (closed: Month | null, issued: Month | null, begun: Month | null = null) => firstToRun({ closed, begun, issued, open: '2018-02', running: '2018-03' });

  it('follows the last closed one', () => expect(at('2017-11', '2018-01')).toBe('2017-12'));
  it('is the first the calendar issued while none is closed', () => expect(at(null, '2018-03', '2017-10')).toBe('2017-10'));
  it('is the open one where the books are older than the calendar', () => expect(at(null, '2018-02')).toBe('2018-02'));
  it('is the first that nobody issued', () => expect(at(null, '2017-12')).toBe('2018-01'));
  it('is the running one in a new county', () => expect(at(null, null)).toBe('2018-03'));
});
