import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlines } from './deadline';
import { CALENDAR_CHANGE, calendarProblems, type CalendarRow, changed, daysOf } from './filing-calendar';
import { addMonths } from './month';

const ROWS: CalendarRow[] = [{ from: '2014-01', dueDay: 5, lockDay: 10 }];
const change = (over: object = {}) => CALENDAR_CHANGE.parse({ from: '2018-02', dueDay: '8', lockDay: '12', ...over });
const problems = (over: object, now: string, rows = ROWS) => calendarProblems(rows, change(over), new Date(now)).map(({ field, problem }) => `${field} ${problem}`);

describe('a change of the calendar', () => {
  it('may be made while the deadlines lie ahead', () => expect(problems({}, '2018-03-05T15:59:59.999Z')).toEqual([]));
  it('leaves a due day that has passed', () => expect(problems({}, '2018-03-05T16:00:00.000Z')).toEqual(['dueDay due-passed']));
  it('may still move the lock', () => expect(problems({ dueDay: 5, lockDay: 15 }, '2018-03-08T00:00:00Z')).toEqual([]));
  it.each([['2018-03-10T15:59:59.999Z', []], ['2018-03-10T16:00:00.000Z', ['from month-locked']]])('leaves a locked month: %s', (now, expected) => expect(problems({ dueDay: 5, lockDay: 15 }, now)).toEqual(expected));
  it('sets nothing into the past', () => {
    expect(problems({ dueDay: 2, lockDay: 10 }, '2018-03-04T00:00:00Z')).toEqual(['dueDay due-past']);
    expect(problems({ dueDay: 5, lockDay: 6 }, '2018-03-08T00:00:00Z')).toEqual(['lockDay lock-past']);
  });
  it('locks no earlier than it is due', () => expect(problems({ dueDay: 12, lockDay: 11 }, '2018-03-01T00:00:00Z')).toEqual(['lockDay lock-before-due']));
  it('begins at most a year ahead', () => {
    expect(problems({ from: '2019-02' }, '2018-03-01T00:00:00Z')).toEqual([]);
    expect(problems({ from: '2019-03' }, '2018-03-01T00:00:00Z')).toEqual(['from month-far']);
  });

  it.each([[{ from: '2018-13' }, 'from'], [{ dueDay: '0' }, 'dueDay'], [{ lockDay: '29' }, 'lockDay'], [{ dueDay: '五' }, 'dueDay'], [{ span: 'ever' }, 'span']])('%j is refused at %s', (over, field) => {
    const parsed = CALENDAR_CHANGE.safeParse({ from: '2018-02', dueDay: '5', lockDay: '10', ...over });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('changes the months it says and no other, and never one that is locked', () => {
    const days = fc.integer({ min: 1, max: 28 }).chain((dueDay) => fc.record({ dueDay: fc.constant(dueDay), lockDay: fc.integer({ min: dueDay, max: 28 }) }));
    const one = fc.tuple(fc.integer({ min: 0, max: 12 }), days, fc.constantFrom('from' as const, 'only' as const));
    fc.assert(fc.property(fc.array(one, { maxLength: 5 }), one, (before, [steps, given, span]) => {
      const apply = (rows: CalendarRow[], [at, each, how]: typeof before[number]) => changed(rows, change({ from: addMonths('2018-02', at), ...each, span: how }));
      const rows = before.reduce(apply, ROWS);
      const from = addMonths('2018-02', steps);
      const after = apply(rows, [steps, given, span]);
      for (let at = -3; at < 20; at++) {
        const month = addMonths('2018-02', at);
        const touched = span === 'only' ? month === from : month >= from;
        expect(daysOf(after, month)).toMatchObject(touched ? given : { dueDay: daysOf(rows, month).dueDay, lockDay: daysOf(rows, month).lockDay });
      }
      expect(new Set(after.map((row) => row.from)).size).toBe(after.length);
      expect(calendarProblems(rows, change({ from, ...given }), deadlines(from, daysOf(rows, from)).lockAt).map(({ problem }) => problem)).toEqual(['month-locked']);
    }));
  });
});
