import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITER_NAMES, DELIMITERS } from './bank-file';
import { isProblem, newResults, readResult, RESULT_BYTES, RESULT_COLUMNS, RESULT_ROWS } from './bank-result';

const HASH = 'a'.repeat(64);
const ROWS = ['1,JZ1,100.00,成功,,REF000001', '2,JZ2,50.50,失败,户名不符,REF000002', '3,JZ3,7.07,成功,,REF000003'];
const made = (rows = ROWS, tail = 'T,3,157.57,2,107.07', head = `H,PC1,${HASH}`, columns: string = RESULT_COLUMNS.join(',')) => [head, columns, ...rows, tail, ''].join('\r\n');
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readResult(bytes(text));
const LINES = ['JZ1', 'JZ2', 'JZ3'].map((caseNo, at) => ({ no: at + 1, caseNo, amount: [10_000, 5_050, 707][at] as number, state: 'waiting' as 'waiting' | 'paid' | 'failed', reason: null as string | null, bankRef: null as string | null }));
const BATCH = { no: 'PC1', fileHash: HASH, lines: LINES };
const against = (text: string, batch = BATCH) => {
  const file = read(text);
  return isProblem(file) ? file : newResults(file, batch);
};

describe('a result file', () => {
  it('is read line by line', () => {
    expect(read(made())).toMatchObject({ batchNo: 'PC1', answers: HASH, rows: [{ row: 3, no: 1, amount: 10_000, result: 'paid' }, { row: 4, result: 'failed', reason: '户名不符' }, { row: 5, no: 3 }] });
    expect(read(`\uFEFF${made().replaceAll('\r\n', '\n')}`)).toMatchObject({ batchNo: 'PC1' });
    expect(read(made().replace('户名不符', '"户名不符,""请核对"""'))).toMatchObject({ rows: [{}, { reason: '户名不符,"请核对"' }, {}] });
  });

  it.each([
    ['encoding', 0, () => new Uint8Array([0xff, 0xfe, 0x48])],
    ['encoding', 0, () => bytes(made().replace('JZ1', 'JZ\u202e1'))],
    ['encoding', 0, () => bytes(made().replace('JZ1', 'JZ\x001'))],
    ['large', 0, () => new Uint8Array(RESULT_BYTES + 1)],
    ['rows', RESULT_ROWS + 4, () => bytes('x\n'.repeat(RESULT_ROWS + 4))],
    ['rows', 3, () => bytes(made([], 'T,0,0.00,0,0.00'))],
    ['head', 1, () => bytes('')],
    ['head', 1, () => bytes(made(ROWS, undefined, 'H,PC1'))],
    ['columns', 2, () => bytes(made(ROWS, undefined, undefined, '序号,案件编号'))],
    ['tail', 5, () => bytes(made().replace(/T,.*/s, ''))],
    ['width', 3, () => bytes(made([`${ROWS[0]},x`, ...ROWS.slice(1)]))],
    ['quotes', 3, () => bytes(made([`${ROWS[0]}"`, ...ROWS.slice(1)]))],
    ['cell', 4, () => bytes(made().replace('户名不符', '长'.repeat(201)))],
    ['cell', 4, () => bytes(made().replace('户名不符', '长'.repeat(2_000)))],
    ['formula', 4, () => bytes(made().replace('户名不符', '=cmd|x'))],
    ['formula', 3, () => bytes(made().replace('100.00', '-100.00'))],
    ['number', 3, () => bytes(made().replace('1,JZ1', '01,JZ1'))],
    ['amount', 3, () => bytes(made().replace('100.00', '1e2'))],
    ['amount', 3, () => bytes(made().replace('100.00', '100'))],
    ['result', 3, () => bytes(made().replace('成功', 'toString'))],
    ['reason', 4, () => bytes(made().replace('户名不符', ''))],
    ['reason', 3, () => bytes(made().replace('成功,,', '成功,为何,'))],
    ['reference', 3, () => bytes(made().replace('REF000001', ''))],
    ['twice', 4, () => bytes(made([ROWS[0]!, ROWS[0]!.replace('REF000001', 'REF000009')]))],
    ['reference-twice', 5, () => bytes(made().replace('REF000003', 'REF000001'))],
    ['count', 6, () => bytes(made(ROWS, 'T,4,157.57,2,107.07'))],
    ['count', 6, () => bytes(made(ROWS, 'T,3,157.57,3,107.07'))],
    ['sums', 6, () => bytes(made(ROWS, 'T,3,157.58,2,107.07'))],
    ['sums', 6, () => bytes(made(ROWS, 'T,3,157.57,2,107.08'))],
  ] as const)('that is wrong (%s) is refused, with line %i', (problem, row, file) => {
    expect(readResult(file())).toEqual({ problem, row });
  });

  it.each(DELIMITER_NAMES)('has between its cells what the payment file has (%s), and no other', (delimiter) => {
    const between = DELIMITERS[delimiter];
    const text = made().replaceAll(',', between).replace('户名不符', `"户名${between}不符"`);
    expect(readResult(bytes(text), delimiter)).toMatchObject({ batchNo: 'PC1', rows: [{ no: 1 }, { reason: `户名${between}不符` }, { no: 3 }] });
    for (const other of DELIMITER_NAMES.filter((each) => each !== delimiter)) expect(isProblem(readResult(bytes(text), other))).toBe(true);
    if (between !== '\t') expect(readResult(bytes(text.replace('JZ1', 'JZ\t1')), delimiter)).toEqual({ problem: 'encoding', row: 0 });
    expect(readResult(bytes(text.replace('JZ1', 'JZ\x001')), delimiter)).toEqual({ problem: 'encoding', row: 0 });
    expect(readResult(bytes(text.replace(`"户名${between}不符"`, `户名${between}不符`)), delimiter)).toEqual({ problem: 'width', row: 4 });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...DELIMITER_NAMES), (any, delimiter) => typeof readResult(any, delimiter) === 'object'));
    fc.assert(fc.property(fc.nat({ max: made().length }), fc.nat({ max: 40 }), fc.string({ unit: 'binary', maxLength: 20 }), (from, length, put) => {
      const text = made();
      return typeof against(text.slice(0, from) + put + text.slice(from + length)) === 'object';
    }));
  });

  it('that was altered anywhere settles nothing else than the batch says', () => {
    fc.assert(fc.property(fc.nat({ max: made().length - 1 }), fc.constantFrom(...'0123456789.,成功失败HTJZ\n"=', 'REF'), (from, put) => {
      const found = against(made().slice(0, from) + put + made().slice(from + 1));
      if ('problem' in found) return true;
      return found.every(({ line, row }) => line.amount === row.amount && line.caseNo === row.caseNo);
    }), { numRuns: 500 });
  });
});

describe('against its batch', () => {
  const settled = (no: number, result: 'paid' | 'failed', reason: string | null, bankRef: string) => ({ ...BATCH, lines: LINES.map((line) => (line.no === no ? { ...line, state: result, reason, bankRef } : line)) });

  it('gives what is new, in any order and in parts', () => {
    expect(against(made())).toHaveLength(3);
    expect(against(made(ROWS.toReversed()))).toHaveLength(3);
    expect(against(made([ROWS[2]!], 'T,1,7.07,1,7.07'))).toMatchObject([{ line: { no: 3 } }]);
    expect(against(made(), settled(1, 'paid', null, 'REF000001'))).toHaveLength(2);
  });

  it.each([
    ['other-batch', 1, made(ROWS, undefined, `H,PC2,${HASH}`), BATCH],
    ['other-file', 1, made(ROWS, undefined, `H,PC1,${'b'.repeat(64)}`), BATCH],
    ['other-file', 1, made(), { ...BATCH, fileHash: null }],
    ['unknown-line', 3, made(['4,JZ4,1.00,成功,,REF000004'], 'T,1,1.00,1,1.00'), BATCH],
    ['other-case', 3, made(['1,JZ2,100.00,成功,,REF000001'], 'T,1,100.00,1,100.00'), BATCH],
    ['altered', 3, made(['1,JZ1,100.01,成功,,REF000001'], 'T,1,100.01,1,100.01'), BATCH],
    ['contradicts', 3, made(), settled(1, 'failed', '户名不符', 'REF000001')],
    ['contradicts', 4, made(), settled(2, 'failed', '卡已注销', 'REF000002')],
    ['reference-twice', 3, made(['1,JZ1,100.00,成功,,REF000003'], 'T,1,100.00,1,100.00'), settled(3, 'paid', null, 'REF000003')],
  ] as const)('is refused whole (%s, line %i)', (problem, row, text, batch) => {
    expect(against(text, batch as typeof BATCH)).toEqual({ problem, row });
  });
});
