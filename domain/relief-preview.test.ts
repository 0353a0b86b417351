import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEligible } from './relief-eligibility';
import { fenTyped, type PreviewGround, previewOf } from './relief-preview';
import { dueIn, parseReliefSearch, reliefSearchParams } from './relief-search';

const line = { year: 2017, scope: 'Sichuan', fen: 330_000, status: 'found', source: '文件' } as const;
const ground: PreviewGround = { today: '2018-03-01', years: [{ year: 2018, line: null }, { year: 2017, line }], registered: { exitedOn: '2016-12-01' }, people: 2, evidence: 0, others: [] };
const typed = { cause: 'illness', year: '2017', 'worksheet.wage': '3,000', 'worksheet.business': '0', 'worksheet.property': '0', 'worksheet.transfer': '500.5', 'worksheet.cost': '100' };
const why = (changed: object, files = 1, other: Partial<PreviewGround> = {}) => Object.fromEntries(previewOf({ ...typed, ...changed }, files, { ...ground, ...other }).judged.map((each) => [each.rule, each.why]));

describe('what a form says before it is handed in', () => {
  it('reckons line × people − net income, in fen', () => {
    const { working, judged } = previewOf(typed, 1, ground);
    expect(working).toMatchObject({ net: 340_050, people: 2, perHead: 170_025, amount: 319_950 });
    expect(isEligible(judged)).toBe(true);
  });

  it('names each rule that is not met, and why', () => {
    expect(why({}, 0)).toMatchObject({ cause: 'no-evidence' });
    expect(why({}, 0, { evidence: 2 })).toMatchObject({ cause: 'shown' });
    expect(why({ 'worksheet.wage': '99999' })).toMatchObject({ income: 'stable' });
    expect(why({ 'worksheet.cost': '' })).toMatchObject({ year: 'no-worksheet', line: 'no-line', income: 'no-worksheet' });
    expect(why({ year: '2018' })).toMatchObject({ line: 'no-line' });
    expect(why({}, 1, { registered: { exitedOn: null } })).toMatchObject({ object: 'still-poor' });
    expect(why({}, 1, { others: [{ no: 'JZ2018-0001', cause: 'illness', year: 2017 }] })).toMatchObject({ once: 'again' });
    expect(why({ cause: 'disaster' }, 1, { others: [{ no: 'JZ2018-0001', cause: 'illness', year: 2017 }] })).toMatchObject({ once: 'first' });
  });

  it('counts the people that are typed', () => {
    const { working } = previewOf({ ...typed, 'people.0.name': '赵大', 'people.1.name': ' ', 'people.2.name': '钱二', 'people.2.relation': 'child' }, 1, { ...ground, registered: null, people: null });
    expect(working?.people).toBe(2);
  });

  it('reads yuan, or nothing', () => {
    expect(['', '1.234', '-1', 'x', '1e3', '１２.５', ' 1,000 '].map((text) => fenTyped(text))).toEqual([null, null, null, null, null, 1_250, 100_000]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 }), (fen) => fenTyped((fen / 100).toFixed(2)) === fen));
  });
});

describe('the list of applications', () => {
  it('is asked for by its address and back', () => {
    const search = parseReliefSearch({ q: '王', state: 'returned', cause: 'illness', late: 'yes', page: '2' });
    expect(search).toEqual({ q: '王', state: 'returned', cause: 'illness', late: true, page: 2 });
    expect(parseReliefSearch(reliefSearchParams(search))).toEqual(search);
    expect(parseReliefSearch({ q: 'x'.repeat(99), state: 'toString', page: '0' })).toEqual({ q: '', state: null, cause: null, late: false, page: 1 });
  });

  it('an end of days is far, today or over', () => {
    const hour = 3_600_000;
    expect([dueIn(72 * hour, 0), dueIn(5 * hour, 0), dueIn(0, 5 * hour), dueIn(0, 25 * hour)]).toEqual([{ days: 3, light: 'green' }, { days: 1, light: 'yellow' }, { days: -1, light: 'red' }, { days: -2, light: 'red' }]);
  });
});
