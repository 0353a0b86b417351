/** What happens to the fund's money. Every entry is balanced and immutable; a mistake is reversed, never changed. */
export const FUND_DEEDS = ['donation', 'top-up', 'interest', 'reserve', 'release', 'send', 'pay', 'fail', 'return', 'reversal'] as const;
export type FundDeed = (typeof FUND_DEEDS)[number];

/**
 * bank: what lies in the fund's account. transit: with the bank, not yet confirmed. unreserved and reserved: whose it is, with the
 * opposite sign, so that the accounts of every entry add up to nothing.
 */
export const FUND_ACCOUNTS = ['bank', 'transit', 'unreserved', 'reserved'] as const;
export type FundAccount = (typeof FUND_ACCOUNTS)[number];

export interface Posting {
  readonly account: FundAccount;
  /** Fen; positive raises bank and transit, negative raises what is owned or reserved. */
  readonly amount: number;
}

const between = (to: FundAccount, from: FundAccount) => (amount: number): Posting[] => [{ account: to, amount }, { account: from, amount: -amount }];

/** The two postings of each deed over an amount in fen. `release` gives back what a case no longer needs; `return` is a payment that the bank sent back after it had succeeded. */
export const POSTINGS: Readonly<Record<Exclude<FundDeed, 'reversal'>, (amount: number) => Posting[]>> = {
  donation: between('bank', 'unreserved'),
  'top-up': between('bank', 'unreserved'),
  interest: between('bank', 'unreserved'),
  reserve: between('unreserved', 'reserved'),
  release: between('reserved', 'unreserved'),
  send: between('transit', 'bank'),
  pay: between('reserved', 'transit'),
  fail: between('bank', 'transit'),
  return: between('bank', 'reserved'),
};

/** How the fund stands, in fen. balance = reserved + available. */
export interface FundStanding {
  /** What the fund holds: in the bank and under way. */
  readonly balance: number;
  /** Promised to approved cases. */
  readonly reserved: number;
  /** Free for new approvals. */
  readonly available: number;
}

/** Sums of the four accounts → how the fund stands. */
export const standingOf = (sums: Readonly<Record<FundAccount, number>>): FundStanding =>
  ({ balance: sums.bank + sums.transit, reserved: -sums.reserved || 0, available: -sums.unreserved || 0 });

/** What is missing to the floor; the fund's size is what nobody was promised yet, so that an approval cannot hide behind the money it takes. */
export const shortfall = ({ available }: FundStanding, floor: number): number => Math.max(0, floor - available);

export const DONOR_KINDS = ['person', 'enterprise', 'organization', 'institution'] as const;
export type DonorKind = (typeof DONOR_KINDS)[number];

export const BATCH_STATES = ['made', 'sent', 'reconciled', 'closed', 'void'] as const;
export type BatchState = (typeof BATCH_STATES)[number];
/** The one table of a batch's states: sent when its bank file is taken, reconciled when every line has its result. Until its file is taken it may be taken back. */
export const BATCH_MOVES = {
  send: { from: ['made'], to: 'sent' },
  reconcile: { from: ['sent'], to: 'reconciled' },
  close: { from: ['reconciled'], to: 'closed' },
  void: { from: ['made'], to: 'void' },
} as const satisfies Record<string, { from: readonly BatchState[]; to: BatchState }>;

export const LINE_STATES = ['waiting', 'paid', 'failed', 'returned', 'void'] as const;
export type LineState = (typeof LINE_STATES)[number];

export interface MonthOfFund {
  readonly month: string;
  readonly income: number;
  readonly spending: number;
}

/**
 * The balance at the end of each of the next twelve months, in fen, if the fund earns and spends as in the last twelve and every
 * approved case is paid in the first. Whole fen; what is not known yet is not counted as income.
 */
export function projection(standing: FundStanding, past: readonly MonthOfFund[], months: readonly string[]): { month: string; balance: number }[] {
  const count = Math.max(1, past.length);
  const monthly = (of: 'income' | 'spending') => Math.round(past.reduce((sum, each) => sum + each[of], 0) / count);
  const change = monthly('income') - monthly('spending');
  return months.map((month, at) => ({ month, balance: standing.balance - standing.reserved + change * (at + 1) }));
}
