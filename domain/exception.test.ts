import { describe, expect, it } from 'vitest';
import { endOfDate } from './deadline';
import { EXCEPTION, untilProblem } from './exception';

const DAYS = { dueDay: 5, lockDay: 10 };
const now = new Date('2018-03-12T02:00:00Z');

describe('the last day of an exception', () => {
  it.each([
    ['2018-03-11', 'until-past'], ['2018-03-12', null], ['2018-04-11', null], ['2018-04-12', 'until-far'],
  ])('%s: %s', (day, problem) => expect(untilProblem(day, '2018-02', DAYS, now)).toBe(problem));

  it('lies beyond the lock, and beyond an exception that still runs', () => {
    const before = new Date('2018-03-08T02:00:00Z');
    expect(untilProblem('2018-03-10', '2018-02', DAYS, before)).toBe('until-locked');
    expect(untilProblem('2018-03-11', '2018-02', DAYS, before)).toBeNull();
    const running = { ...DAYS, extendedTo: endOfDate('2018-03-15') };
    expect(untilProblem('2018-03-15', '2018-02', running, now)).toBe('until-shorter');
    expect(untilProblem('2018-03-16', '2018-02', running, now)).toBeNull();
    expect(untilProblem('2018-03-20', '2018-02', running, endOfDate('2018-03-15'))).toBeNull();
  });

  it('ends at midnight in Shanghai', () => expect(endOfDate('2018-03-15').toISOString()).toBe('2018-03-15T16:00:00.000Z'));
});

describe('the form', () => {
  it.each([
    [{ id: 1, until: '2018-03-15', reason: '住院治疗中' }, []],
    [{ id: 1, until: '2018-3-15', reason: '住院治疗中' }, ['until']],
    [{ id: 1, until: '2018-02-45', reason: '住院治疗中' }, ['until']],
    [{ id: 1, until: '2018-03-15', reason: ' 住院 ' }, ['reason']],
    [{ id: 0, until: '', reason: '字'.repeat(201) }, ['id', 'until', 'reason']],
  ])('%j is refused at %j', (input, fields) => {
    const parsed = EXCEPTION.safeParse(input);
    expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))).toEqual(fields);
  });
});
