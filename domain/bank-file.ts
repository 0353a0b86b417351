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

/** In which order the bank wants the columns, and what it calls them. */
export type BankLayout = readonly { readonly column: BankColumn; readonly name: string }[];

export const BANK_LAYOUT: BankLayout = [
  { column: 'no', name: '序号' }, { column: 'holder', name: '户名' }, { column: 'card', name: '卡号' }, { column: 'amount', name: '金额' }, { column: 'case', name: '案件编号' },
];

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
export function bankFile({ no, day, lines, layout }: BankFile, print: (body: string) => string): string {
  const count = String(lines.length);
  const total = yuanText(lines.reduce((sum, { amount }) => sum + amount, 0));
  const body = [
    csvLine([FILE_HEAD, no, day, count, total]),
    csvLine(layout.map(({ name }) => name)),
    ...lines.map((line) => csvLine(layout.map(({ column }) => CELLS[column](line)))),
  ].join('');
  return body + csvLine([FILE_TAIL, count, total, print(body)]);
}

/** Whether these are all columns, each once, with a name of their own that no program takes for a formula. */
export function isBankLayout(layout: BankLayout): boolean {
  const names = layout.map(({ name }) => name);
  return layout.length === BANK_COLUMNS.length && BANK_COLUMNS.every((column) => layout.some((each) => each.column === column))
    && new Set(names).size === names.length && names.every((name) => /^[\p{L}\p{N}][\p{L}\p{N} ()（）]{0,19}$/u.test(name));
}

/** A layout as it was kept; the first one when nothing was, or what was is none. */
export function layoutOf(kept: string | null | undefined): BankLayout {
  try {
    const layout: unknown = JSON.parse(kept ?? '');
    const known = Array.isArray(layout) && layout.every((each: unknown) => typeof (each as { name?: unknown } | null)?.name === 'string');
    return known && isBankLayout(layout as BankLayout) ? (layout as BankLayout) : BANK_LAYOUT;
  } catch {
    return BANK_LAYOUT;
  }
}
