import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { daysAfter } from './day';
import { CORRECTION_DAYS, dueState, isCorrectable, VISIT_DAYS_LATE, visitedWithin, type VisitFacts, visitFactsOf, visitProblems, withoutHidden } from './visit';
import { VISIT } from './visit-input';

const WHEN = { today: '2018-03-01', registeredOn: '2014-03-01' };
const visit = (given: Partial<VisitFacts> = {}): VisitFacts => ({ visitedOn: '2018-03-01', demand: null, demandText: null, outcome: 'noted', promise: null, dueOn: null, ...given });
const found = (given: Partial<VisitFacts>) => visitProblems(visit(given), WHEN).map(({ field, problem }) => `${field} ${problem}`);

describe('a visit', () => {
  it('needs nothing but its day and what was seen', () => expect(found({})).toEqual([]));

  it.each([
    ['tomorrow', { visitedOn: '2018-03-02' }, 'visitedOn future-day'],
    ['too long ago', { visitedOn: daysAfter(WHEN.today, -VISIT_DAYS_LATE - 1) }, 'visitedOn long-ago'],
    ['on the day of the registration', { visitedOn: '2014-03-01' }, 'visitedOn before-registration'],
    ['with a demand of another kind, untold', { demand: 'other' }, 'demandText required'],
    ['with a promise without a day', { demand: 'water', outcome: 'promised', promise: '接水管' }, 'dueOn required'],
    ['with a day without a promise', { demand: 'water', outcome: 'promised', dueOn: '2018-04-01' }, 'promise required'],
    ['with a promise due before it', { demand: 'water', outcome: 'promised', promise: '接水管', dueOn: '2018-02-28' }, 'dueOn before-visit'],
    ['with a promise for another life', { demand: 'water', outcome: 'promised', promise: '接水管', dueOn: '2028-02-28' }, 'dueOn far-day'],
  ] as const)('is refused %s', (_, given, problem) => expect(found(given)).toEqual([problem]));

  it('may be handed in late, to the day', () => expect(found({ visitedOn: daysAfter(WHEN.today, -VISIT_DAYS_LATE) })).toEqual([]));

  it.each([
    ['no demand', { demandText: '要种苗', outcome: 'promised', promise: '接水管', dueOn: '2018-02-01' }, {}],
    ['no promise', { demand: 'water', demandText: '缺水', outcome: 'referred', promise: '接水管', dueOn: '2018-02-01' }, { demand: 'water', demandText: '缺水', outcome: 'referred' }],
  ] as const)('of which the form hides what follows from %s says nothing of it', (_, given, left) => expect(withoutHidden(visit(given))).toEqual(visit(left)));

  it.each([
    ['bare', { demand: '', demandText: '', outcome: 'noted', promise: '', dueOn: '' }],
    ['with a demand', { demand: 'other', demandText: ' 种苗 ', outcome: 'referred', promise: '接水管', dueOn: '' }],
    ['with a promise', { demand: 'water', demandText: '', outcome: 'promised', promise: ' ', dueOn: '2018-04-01' }],
    ['with a demand taken back', { demand: '', demandText: '缺水', outcome: 'promised', promise: '接水管', dueOn: '2018-04-01' }],
  ])('reads the same on a phone and at the server: %s', (_, given) => {
    const fields = { visitedOn: '2018-03-01', seen: 'well', household: '7', ...given };
    expect(VISIT.parse({ ...fields, key: '7e4e8a4e-54d6-4b5e-9d3c-2f2f6f0f8a11' })).toMatchObject(visitFactsOf(fields));
  });

  it('takes an empty choice of a form for none, and text without what no database keeps', () => {
    const read = VISIT.parse({ key: '7e4e8a4e-54d6-4b5e-9d3c-2f2f6f0f8a11', household: '7', visitedOn: '2018-03-01', seen: 'well', demand: '', dueOn: '', note: ' \0 ' });
    expect(read).toMatchObject({ household: 7, demand: null, dueOn: null, note: null, outcome: 'noted', again: false });
  });
});

test('a visit can be corrected until the end of the seventh day, one that was loaded never', () => {
  expect([0, CORRECTION_DAYS, CORRECTION_DAYS + 1].map((days) => isCorrectable('2018-03-01', daysAfter('2018-03-01', days)))).toEqual([true, true, false]);
  expect(isCorrectable(null, '2018-03-01')).toBe(false);
});

test('a promise is late from the day after it was due', () => {
  expect(['2018-02-28', '2018-03-01', '2018-03-08', '2018-03-09'].map((due) => dueState(due, '2018-03-01'))).toEqual(['late', 'near', 'near', 'ahead']);
});

test('days are added through leap years and ends of months, and back again', () => {
  expect(daysAfter('2016-02-28', 1)).toBe('2016-02-29');
  fc.assert(fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => daysAfter(daysAfter('2017-12-31', days), -days) === '2017-12-31'));
});

test('a household is visited within a time or not, never both and never neither', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), (days) => visitedWithin(daysAfter('2018-03-01', -days), '2018-03-01', 30) === days <= 30));
  expect(visitedWithin(null, '2018-03-01', 180)).toBe(false);
});
