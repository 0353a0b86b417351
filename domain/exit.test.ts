import { describe, expect, it } from 'vitest';
import { exitCriteria, exitDayProblem, incomeYearOn, meetsAll, missing, type Safeguards } from './exit';
import { assess } from './income';

const all: Safeguards = {
  schooling: '2014-01-01', medical: '2015-03-01', housing: '2017-11-20', water: '2016-01-01', electricity: '2014-01-01', broadcast: '2016-06-01',
};
const line = { year: 2017, scope: 'Sichuan', fen: 330_000, status: 'unverified', source: 'test' } as const;
const income = (wage: number) => assess({ year: 2017, wage, business: 0, property: 0, transfer: 0, cost: 0 }, 2, [line]);

describe('leaving the list', () => {
  it('judges the income year that ended before the day', () => {
    expect(incomeYearOn('2017-12-05')).toBe(2017);
    expect(incomeYearOn('2017-10-01')).toBe(2017);
    expect(incomeYearOn('2017-09-30')).toBe(2016);
  });

  it('needs income at or over the line and all six secured by that day', () => {
    expect(meetsAll(exitCriteria('2017-12-05', all, [income(660_000)]))).toBe(true);
    expect(missing(exitCriteria('2017-12-05', all, [income(659_998)]))).toEqual(['income']);
    expect(missing(exitCriteria('2017-11-19', all, [income(660_000)]))).toEqual(['housing']);
    expect(missing(exitCriteria('2017-12-05', { ...all, water: null }, [income(660_000)]))).toEqual(['water']);
  });

  it('does not take an unknown income for a good one', () => {
    expect(exitCriteria('2017-12-05', all, [])[0]).toEqual({ name: 'income', met: null, since: null });
    expect(meetsAll(exitCriteria('2017-12-05', all, []))).toBe(false);
  });

  it('is neither before the registration nor in the future', () => {
    expect(exitDayProblem('2014-01-01', '2014-01-01', '2018-03-01')).toBe('before-registration');
    expect(exitDayProblem('2014-01-02', '2014-01-01', '2018-03-01')).toBeNull();
    expect(exitDayProblem('2018-03-01', '2014-01-01', '2018-03-01')).toBeNull();
    expect(exitDayProblem('2018-03-02', '2014-01-01', '2018-03-01')).toBe('future-day');
  });
});
