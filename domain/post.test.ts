import { describe, expect, it } from 'vitest';
import { POST_KINDS } from './command';
import { NEEDED, servesIn, servesOn, vacancies } from './post';

describe('posts', () => {
  it('every kind has a head', () => {
    for (const kind of POST_KINDS) expect(NEEDED[kind].length).toBeGreaterThan(0);
  });

  it('says which needed duty nobody serves', () => {
    expect(vacancies('team', ['team-leader', 'cadre'])).toEqual(['first-secretary']);
    expect(vacancies('team', ['team-leader', 'first-secretary'])).toEqual([]);
    expect(vacancies('headquarters', [])).toEqual(['county-leader']);
  });

  it('the last day of an appointment is the one before its end', () => {
    const held = { startsOn: '2015-05-01', endsOn: '2017-03-01' };
    expect(['2015-04-30', '2015-05-01', '2017-02-28', '2017-03-01'].map((day) => servesOn(day, held))).toEqual([false, true, true, false]);
    expect(servesOn('2030-01-01', { startsOn: '2015-05-01', endsOn: null })).toBe(true);
  });
});

it('who serves on any day of a month served in it', () => {
  const held = { startsOn: '2016-11-30', endsOn: '2017-02-01' };
  expect((['2016-10', '2016-11', '2017-01', '2017-02'] as const).map((month) => servesIn(month, held))).toEqual([false, true, true, false]);
  expect(servesIn('2016-11', { startsOn: '2016-11-10', endsOn: '2016-11-10' })).toBe(false);
  expect(servesIn('2018-01', { startsOn: '2016-11-10', endsOn: null })).toBe(true);
});
