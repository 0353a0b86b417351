import { type Delimiter, DELIMITERS, FILE_HEAD, FILE_TAIL } from './bank-file';
import type { LineState } from './fund';

/** Names of the columns of a result file, exactly as they must stand. */
export const RESULT_COLUMNS = ['序号', '案件编号', '金额', '结果', '原因', '银行流水号'] as const;
const RESULTS = { 成功: 'paid', 失败: 'failed' } as const;

export const RESULT_BYTES = 1024 * 1024;
export const RESULT_ROWS = 5_000;
const CELL_MOST = 200;

/** What a line of a result says. `amount` in fen; `row` is its line in the file, counted from 1. */
export interface ResultRow {
  readonly row: number;
  readonly no: number;
  readonly caseNo: string;
  readonly amount: number;
  readonly result: 'paid' | 'failed';
  readonly reason: string;
  readonly bankRef: string;
}

export interface ResultFile {
  readonly batchNo: string;
  /** SHA-256 of the payment file that it answers, hexadecimal. */
  readonly answers: string;
  readonly rows: readonly ResultRow[];
}

export const RESULT_PROBLEMS = [
  'large', 'encoding', 'rows', 'quotes', 'cell', 'formula', 'head', 'columns', 'width', 'number', 'amount', 'result', 'reason', 'reference', 'tail', 'count', 'sums',
  'other-batch', 'other-file', 'unknown-line', 'other-case', 'altered', 'twice', 'reference-twice', 'contradicts',
] as const;
/** Why a file is refused whole, and the line of the file it was seen in (0: the file as such). */
export interface ResultProblem {
  readonly problem: (typeof RESULT_PROBLEMS)[number];
  readonly row: number;
}

export const isProblem = (found: object): found is ResultProblem => 'problem' in found;
const at = (row: number, problem: ResultProblem['problem']): ResultProblem => ({ problem, row });

/** Yuan with exactly two decimals → fen; null when it is none. */
function fenOf(text: string): number | null {
  return /^(0|[1-9]\d{0,9})\.\d{2}$/.test(text) ? Number(text.replace('.', '')) : null;
}

const countOf = (text: string): number | null => (/^(0|[1-9]\d{0,5})$/.test(text) ? Number(text) : null);

/** A whole line, and a cell of it, by what stands between two cells. */
const patterns = (between: string) => {
  const cell = `(?:"(?:[^"]|"")*"|[^"${between}]*)`;
  return { line: new RegExp(`^${cell}(?:${between}${cell})*$`), cell: new RegExp(`(?:^|${between})(?:"((?:[^"]|"")*)"|([^"${between}]*))`, 'g') };
};
const PATTERNS: Readonly<Record<Delimiter, ReturnType<typeof patterns>>> = { comma: patterns(DELIMITERS.comma), semicolon: patterns(DELIMITERS.semicolon), tab: patterns(DELIMITERS.tab) };

/** Lines of a CSV file in cells, or where it is none: a quote out of place, a cell too long, a formula, too many lines. */
function cellsOf(text: string, delimiter: Delimiter): string[][] | ResultProblem {
  const pattern = PATTERNS[delimiter];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.length > RESULT_ROWS + 3) return at(RESULT_ROWS + 4, 'rows');
  const table: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const row = index + 1;
    if (line.length > CELL_MOST * RESULT_COLUMNS.length) return at(row, 'cell');
    if (!pattern.line.test(line)) return at(row, 'quotes');
    const cells = [...line.matchAll(pattern.cell)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (cells.some((cell) => cell.length > CELL_MOST)) return at(row, 'cell');
    if (cells.some((cell) => /^\s*[=+\-@]/.test(cell))) return at(row, 'formula');
    table.push(cells);
  }
  return table;
}

function rowOf(cells: readonly string[], row: number): ResultRow | ResultProblem {
  if (cells.length !== RESULT_COLUMNS.length) return at(row, 'width');
  const [no = '', caseNo = '', money = '', word = '', reason = '', bankRef = ''] = cells;
  const number = countOf(no);
  const amount = fenOf(money);
  if (number === null || number === 0) return at(row, 'number');
  if (amount === null || amount === 0) return at(row, 'amount');
  if (!Object.hasOwn(RESULTS, word)) return at(row, 'result');
  const result = RESULTS[word as keyof typeof RESULTS];
  if ((result === 'failed') !== (reason.trim() !== '')) return at(row, 'reason');
  if (!(result === 'failed' && bankRef === '') && !/^[A-Za-z0-9]{6,40}$/.test(bankRef)) return at(row, 'reference');
  return { row, no: number, caseNo, amount, result, reason: reason.trim(), bankRef };
}

/** First or last thing that is wrong within the file itself: a line or a reference twice, sums that do not add up. */
function wrongWithin(rows: readonly ResultRow[], tail: readonly string[], last: number): ResultProblem | null {
  const lines = new Set<number>();
  const refs = new Set<string>();
  for (const { row, no, bankRef } of rows) {
    if (lines.has(no)) return at(row, 'twice');
    if (bankRef && refs.has(bankRef)) return at(row, 'reference-twice');
    lines.add(no);
    refs.add(bankRef);
  }
  const paid = rows.filter(({ result }) => result === 'paid');
  const sum = (of: readonly ResultRow[]) => of.reduce((total, { amount }) => total + amount, 0);
  const [, count = '', total = '', paidCount = '', paidTotal = ''] = tail;
  if (countOf(count) !== rows.length || countOf(paidCount) !== paid.length) return at(last, 'count');
  return fenOf(total) === sum(rows) && fenOf(paidTotal) === sum(paid) ? null : at(last, 'sums');
}

/** Reads a bank's result file strictly (docs/bank-file.md), its cells parted as in the payment file: what it says, or the first thing that is wrong with it. */
export function readResult(bytes: Uint8Array, delimiter: Delimiter = 'comma'): ResultFile | ResultProblem {
  if (bytes.length > RESULT_BYTES) return at(0, 'large');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return at(0, 'encoding');
  }
  // Control signs, and letters that turn or hide what is read, have no place in a file of a bank.
  const plain = text.replace(/^\uFEFF/, '').replaceAll(DELIMITERS[delimiter], '');
  if (/(?![\r\n])[\p{Cc}\p{Cf}\p{Co}\u2028\u2029\uFFFD]/u.test(plain)) return at(0, 'encoding');
  const table = cellsOf(text, delimiter);
  if (isProblem(table)) return table;
  const [head, columns, ...rest] = table;
  if (head?.length !== 3 || head[0] !== FILE_HEAD) return at(1, 'head');
  if (!columns || columns.length !== RESULT_COLUMNS.length || RESULT_COLUMNS.some((name, index) => columns[index] !== name)) return at(2, 'columns');
  const tail = rest.pop();
  if (tail?.[0] !== FILE_TAIL || tail.length !== 5) return at(table.length, 'tail');
  if (rest.length === 0 || rest.length > RESULT_ROWS) return at(3, 'rows');
  const rows: ResultRow[] = [];
  for (const [index, cells] of rest.entries()) {
    const row = rowOf(cells, index + 3);
    if (isProblem(row)) return row;
    rows.push(row);
  }
  return wrongWithin(rows, tail, table.length) ?? { batchNo: head[1] ?? '', answers: head[2] ?? '', rows };
}

/** A line of the batch as it stands. `amount` in fen. */
export interface OpenLine {
  readonly no: number;
  readonly caseNo: string;
  readonly amount: number;
  readonly state: LineState;
  readonly reason: string | null;
  readonly bankRef: string | null;
}

/**
 * What of a file is new to a batch: the rows of lines that wait. A line that was settled before is passed over when the file says
 * the same, and the whole file is refused when it says otherwise.
 */
export function newResults<Line extends OpenLine>(file: ResultFile, batch: { no: string; fileHash: string | null; lines: readonly Line[] }): { line: Line; row: ResultRow }[] | ResultProblem {
  if (file.batchNo !== batch.no) return at(1, 'other-batch');
  if (batch.fileHash === null || file.answers !== batch.fileHash) return at(1, 'other-file');
  const lines = new Map(batch.lines.map((line) => [line.no, line]));
  const refs = new Map(batch.lines.flatMap((line) => (line.bankRef ? [[line.bankRef, line.no] as const] : [])));
  const found: { line: Line; row: ResultRow }[] = [];
  for (const row of file.rows) {
    const line = lines.get(row.no);
    if (!line) return at(row.row, 'unknown-line');
    if (line.caseNo !== row.caseNo) return at(row.row, 'other-case');
    if (line.amount !== row.amount) return at(row.row, 'altered');
    const taken = refs.get(row.bankRef);
    if (taken !== undefined && taken !== row.no) return at(row.row, 'reference-twice');
    const said = line.state === 'returned' ? 'paid' : line.state;
    const same = said === row.result && (line.bankRef ?? '') === row.bankRef && (line.reason ?? '') === row.reason;
    if (line.state !== 'waiting' && !same) return at(row.row, 'contradicts');
    if (line.state === 'waiting') found.push({ line, row });
  }
  return found;
}
