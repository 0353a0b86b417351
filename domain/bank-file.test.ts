import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANK_COLUMNS, BANK_LAYOUT, bankFile, isBankLayout, layoutOf, yuanText } from './bank-file';

const LINES = [
  { no: 1, holder: '王测试', card: '6228480000000000018', amount: 1_234_05, caseNo: 'JZ2018-0001' },
  { no: 2, holder: '=HYPERLINK("x")', card: '6228480000000000026', amount: 7, caseNo: 'JZ2018-0002' },
];
const print = (body: string) => `print of ${body.length}`;
const file = (layout = BANK_LAYOUT) => bankFile({ no: 'PC201803-01', day: '2018-03-01', lines: LINES, layout }, print);

describe('a bank file', () => {
  it('has a header, the columns, a line a payment and a trailer with its sums', () => {
    const [head, columns, first, second, tail, end] = file().split('\r\n');
    expect(head).toBe('H,PC201803-01,2018-03-01,2,1234.12');
    expect(columns).toBe('序号,户名,卡号,金额,案件编号');
    expect(first).toBe('1,王测试,6228480000000000018,1234.05,JZ2018-0001');
    expect(second).toBe(`2,"'=HYPERLINK(""x"")",6228480000000000026,0.07,JZ2018-0002`);
    expect(tail).toMatch(/^T,2,1234\.12,print of \d+$/);
    expect(end).toBe('');
  });

  it('has its columns in the order and under the names that the bank wants', () => {
    const layout = BANK_LAYOUT.toReversed().map(({ column }, at) => ({ column, name: `列${at}` }));
    expect(file(layout).split('\r\n').slice(1, 3)).toEqual(['列0,列1,列2,列3,列4', 'JZ2018-0001,1234.05,6228480000000000018,王测试,1']);
  });

  it('is the same bytes for the same rows', () => expect(file()).toBe(file()));

  it('writes yuan to the fen', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => Number(yuanText(fen).replace('.', '')) === fen && /^\d+\.\d{2}$/.test(yuanText(fen))));
  });
});

describe('a layout', () => {
  it('is every column once, each with a name of its own that is no formula', () => {
    expect(isBankLayout(BANK_LAYOUT)).toBe(true);
    expect(isBankLayout(BANK_LAYOUT.slice(1))).toBe(false);
    expect(isBankLayout(BANK_COLUMNS.map((column) => ({ column, name: '同名' })))).toBe(false);
    for (const name of ['=1+1', '', '@x', 'a,b', '长'.repeat(21)]) expect(isBankLayout(BANK_LAYOUT.map((each, at) => (at === 0 ? { ...each, name } : each))), name).toBe(false);
  });

  it('is read back as it was kept, and is the first one where nothing fits', () => {
    const kept = BANK_LAYOUT.toReversed();
    expect(layoutOf(JSON.stringify(kept))).toEqual(kept);
    for (const text of [null, '', '{', '[]', '[null]', '[{"column":"no"}]']) expect(layoutOf(text)).toBe(BANK_LAYOUT);
  });
});
