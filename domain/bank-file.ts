import { csvLine } from './csv';

/** One payment as the bank gets it. `amount` in fen, `card` in full. */
export interface BankLine {
  readonly no: number;
  readonly holder: string;
  readonly card: string;
  readonly amount: number;
  readonly caseNo: string;
}

/** The columns of a payment line, in the order of the first layout. */
export const BANK_COLUMNS = ['no', 'holder', 'card', 'amount', 'case'] as const;
export type BankColumn = (typeof BANK_COLUMNS)[number];

/** What may stand between two cells of a line, in the payment file and in the result that answers it. */
export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type Delimiter = keyof typeof DELIMITERS;
export const DELIMITER_NAMES = Object.keys(DELIMITERS) as [Delimiter, ...Delimiter[]];

/** In which order the bank wants the columns, what it calls them, and what stands between them. */
export interface BankLayout {
  readonly delimiter: Delimiter;
  readonly columns: readonly { readonly column: BankColumn; readonly name: string }[];
}

export const BANK_LAYOUT: BankLayout = {
  delimiter: 'comma',
  columns: [{ column: 'no', name: '序号' }, { column: 'holder', name: '户名' }, { column: 'card', name: '卡号' }, { column: 'amount', name: '金额' }, { column: 'case', name: '案件编号' }],
};

/** Marks the first and the last line of a file. */
export const FILE_HEAD = 'H';
export const FILE_TAIL = 'T';

/** Fen → yuan with two decimals and no sign of thousands, as files have it: 1230050 → 12300.50. */
export const yuanText = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

export interface BankFile {
  readonly no: string;
  /** The day the batch was made, `YYYY-MM-DD`. */
  readonly day: string;
  readonly lines: readonly BankLine[];
  readonly layout: BankLayout;
}

const CELLS: Readonly<Record<BankColumn, (line: BankLine) => string>> = {
  no: ({ no }) => String(no),
  holder: ({ holder }) => holder,
  card: ({ card }) => card,
  amount: ({ amount }) => yuanText(amount),
  case: ({ caseNo }) => caseNo,
};

/**
 * The payment file of a batch (docs/bank-file.md): header with count and sum, the names of the columns, a line a payment, trailer
 * with count, sum and the keyed control sum that `print` makes of everything before the trailer. The same rows give the same bytes.
 */
export function bankFile({ no, day, lines, layout: { delimiter, columns } }: BankFile, print: (body: string) => string): string {
  const count = String(lines.length);
  const total = yuanText(lines.reduce((sum, { amount }) => sum + amount, 0));
  const row = (cells: readonly string[]) => csvLine(cells, DELIMITERS[delimiter]);
  const body = [
    row([FILE_HEAD, no, day, count, total]),
    row(columns.map(({ name }) => name)),
    ...lines.map((line) => row(columns.map(({ column }) => CELLS[column](line)))),
  ].join('');
  return body + row([FILE_TAIL, count, total, print(body)]);
}

/** Whether these are all columns, each once, with a name of their own that no program takes for a formula, parted by what may part them. */
export function isBankLayout({ delimiter, columns }: BankLayout): boolean {
  const names = columns.map(({ name }) => name);
  return Object.hasOwn(DELIMITERS, delimiter) && columns.length === BANK_COLUMNS.length && BANK_COLUMNS.every((column) => columns.some((each) => each.column === column))
    && new Set(names).size === names.length && names.every((name) => /^[\p{L}\p{N}][\p{L}\p{N} ()（）]{0,19}$/u.test(name));
}

/** A layout as it was kept; the first one when nothing was, or what was is none. Columns alone, as they were kept at first, have commas between them. */
export function layoutOf(kept: string | null | undefined): BankLayout {
  try {
    const found: unknown = JSON.parse(kept ?? '');
    const { delimiter, columns } = Array.isArray(found) ? { delimiter: 'comma', columns: found as unknown } : (found as Partial<Record<keyof BankLayout, unknown>>);
    const known = Array.isArray(columns) && columns.every((each: unknown) => typeof (each as { name?: unknown } | null)?.name === 'string');
    const layout = { delimiter, columns } as BankLayout;
    return known && isBankLayout(layout) ? layout : BANK_LAYOUT;
  } catch {
    return BANK_LAYOUT;
  }
}
