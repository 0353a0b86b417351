import { type Income, netIncome, perHead, type PovertyLine } from './income';

/** The working of an amount, line by line; everything in fen. */
export interface ReliefAmount {
  readonly income: Income;
  readonly net: number;
  readonly people: number;
  /** Net income per head, rounded down; null without people. */
  readonly perHead: number | null;
  readonly line: PovertyLine;
  /** What the whole household lacks to the line: line × people − net income; at least 0. */
  readonly amount: number;
}

/**
 * What lifts a household to the year's line: (line − net income per head) × people (docs/decisions/15-relief-fund.md). Reckoned from the
 * household's sums, so that nothing is rounded: income per head is then the line exactly, never over it.
 */
export function reliefAmount(income: Income, people: number, line: PovertyLine): ReliefAmount {
  const net = netIncome(income);
  return { income, net, people, perHead: perHead(net, people), line, amount: people > 0 ? Math.max(0, line.fen * people - net) : 0 };
}

const KINDS = ['wage', 'business', 'property', 'transfer', 'cost'] as const;
export type WorksheetKind = (typeof KINDS)[number];
export const WORKSHEET_KINDS: readonly WorksheetKind[] = KINDS;
export type Worksheet = Readonly<Record<WorksheetKind, number>>;

/** The kinds in which two worksheets differ, with what each says. */
export function worksheetDifferences(before: Worksheet, after: Worksheet): { kind: WorksheetKind; before: number; after: number }[] {
  return KINDS.filter((kind) => before[kind] !== after[kind]).map((kind) => ({ kind, before: before[kind], after: after[kind] }));
}
