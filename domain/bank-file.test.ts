import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANK_COLUMNS, BANK_LAYOUT, bankFile, DELIMITER_NAMES, DELIMITERS, isBankLayout, layoutOf, yuanText } from './bank-file';

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
    const columns = BANK_LAYOUT.columns.toReversed().map(({ column }, at) => ({ column, name: `列${at}` }));
    expect(file({ ...BANK_LAYOUT, columns }).split('\r\n').slice(1, 3)).toEqual(['列0,列1,列2,列3,列4', 'JZ2018-0001,1234.05,6228480000000000018,王测试,1']);
  });

  it.each(DELIMITER_NAMES)('has between its cells what the bank wants (%s), and in quotes the cell that holds it', (delimiter) => {
    const between = DELIMITERS[delimiter];
    const lines = [{ ...LINES[0]!, holder: `王${between}测` }];
    const [head, columns, first, tail] = bankFile({ no: 'PC1', day: '2018-03-01', lines, layout: { ...BANK_LAYOUT, delimiter } }, () => 'print').split('\r\n');
    expect(head).toBe(['H', 'PC1', '2018-03-01', '1', '1234.05'].join(between));
    expect(columns).toBe(['序号', '户名', '卡号', '金额', '案件编号'].join(between));
    expect(first).toBe(['1', `"王${between}测"`, '6228480000000000018', '1234.05', 'JZ2018-0001'].join(between));
    expect(tail).toBe(['T', '1', '1234.05', 'print'].join(between));
  });

  it('is the same bytes for the same rows', () => expect(file()).toBe(file()));

  it('writes yuan to the fen', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => Number(yuanText(fen).replace('.', '')) === fen && /^\d+\.\d{2}$/.test(yuanText(fen))));
  });
});

describe('a layout', () => {
  it('is every column once, each with a name of its own that is no formula', () => {
    expect(isBankLayout(BANK_LAYOUT)).toBe(true);
    const having = (columns: (typeof BANK_LAYOUT)['columns']) => isBankLayout({ ...BANK_LAYOUT, columns });
    expect(having(BANK_LAYOUT.columns.slice(1))).toBe(false);
    expect(having(BANK_COLUMNS.map((column) => ({ column, name: '同名' })))).toBe(false);
    for (const name of ['=1+1', '', '@x', 'a,b', 'a;b', 'a\tb', '长'.repeat(21)]) expect(having(BANK_LAYOUT.columns.map((each, at) => (at === 0 ? { ...each, name } : each))), name).toBe(false);
    for (const delimiter of DELIMITER_NAMES) expect(isBankLayout({ ...BANK_LAYOUT, delimiter })).toBe(true);
    for (const delimiter of [',', 'toString', undefined]) expect(isBankLayout({ ...BANK_LAYOUT, delimiter } as never)).toBe(false);
  });

  it('is read back as it was kept, and is the first one where nothing fits', () => {
    const columns = BANK_LAYOUT.columns.toReversed();
    const kept = { delimiter: 'tab' as const, columns };
    expect(layoutOf(JSON.stringify(kept))).toEqual(kept);
    expect(layoutOf(JSON.stringify(columns))).toEqual({ delimiter: 'comma', columns });
    for (const text of [null, '', '{', 'null', '7', '{}', '[]', '[null]', '[{"column":"no"}]', JSON.stringify({ ...kept, delimiter: '|' })]) expect(layoutOf(text)).toBe(BANK_LAYOUT);
  });
});
