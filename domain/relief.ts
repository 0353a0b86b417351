/** Why a household falls back: the three causes the fund helps with. */
export const RELIEF_CAUSES = ['illness', 'disaster', 'accident'] as const;
export type ReliefCause = (typeof RELIEF_CAUSES)[number];

/**
 * In what part somebody acts on a case. Nobody acts in two parts of one case: a case passes through as many hands as it has parts.
 * `objection` answers what the public objects, `payment` puts the case into a batch, `closing` closes that batch
 * or confirms that a payment of it came back.
 */
export const RELIEF_PARTS = ['applicant', 'village', 'township', 'district', 'objection', 'payment', 'closing'] as const;
export type ReliefPart = (typeof RELIEF_PARTS)[number];

/** The three reviews, in their order. */
export const REVIEWS = ['village', 'township', 'district'] as const;
export type Review = (typeof REVIEWS)[number];

/**
 * received: sent in by the household itself, to be completed by the village. applied, reviewed, noticed: waiting for village,
 * township and district. approved: reserved and to be paid. failed: the card did not take it,
 * or the bank sent it back later.
 */
export const RELIEF_STATES = ['received', 'applied', 'reviewed', 'noticed', 'approved', 'batched', 'paid', 'failed', 'returned', 'refused', 'withdrawn'] as const;
export type ReliefState = (typeof RELIEF_STATES)[number];

type Move = { from: readonly ReliefState[]; to: ReliefState; by: ReliefPart };

/**
 * The one table of states of a case: the policy reads `by`, the update compares `from` and sets `to`, the database refuses what
 * is not in it (db/migrations), the tests walk it.
 */
export const RELIEF_MOVES = {
  complete: { from: ['received'], to: 'applied', by: 'applicant' },
  resubmit: { from: ['returned'], to: 'applied', by: 'applicant' },
  withdraw: { from: ['received', 'applied', 'reviewed', 'noticed', 'returned'], to: 'withdrawn', by: 'applicant' },
  review: { from: ['applied'], to: 'reviewed', by: 'village' },
  'return-village': { from: ['applied'], to: 'returned', by: 'village' },
  'refuse-village': { from: ['applied'], to: 'refused', by: 'village' },
  recheck: { from: ['reviewed'], to: 'noticed', by: 'township' },
  'return-township': { from: ['reviewed'], to: 'returned', by: 'township' },
  'refuse-township': { from: ['reviewed'], to: 'refused', by: 'township' },
  approve: { from: ['noticed'], to: 'approved', by: 'district' },
  'return-district': { from: ['noticed'], to: 'returned', by: 'district' },
  'refuse-district': { from: ['noticed'], to: 'refused', by: 'district' },
  batch: { from: ['approved'], to: 'batched', by: 'payment' },
  /** Its batch is taken back before the bank had it: nothing was booked, the money stays reserved. */
  'void-batch': { from: ['batched'], to: 'approved', by: 'payment' },
  settle: { from: ['batched'], to: 'paid', by: 'payment' },
  bounce: { from: ['batched'], to: 'failed', by: 'payment' },
  /** The bank sent the money back after it had reached the card: one officer enters it, another, who had no hand in the payment, confirms. */
  'come-back': { from: ['paid'], to: 'failed', by: 'closing' },
  reinstate: { from: ['failed'], to: 'approved', by: 'payment' },
  /** Before it is paid, an approval can be taken back: the money goes back to the fund. */
  revoke: { from: ['approved', 'failed'], to: 'refused', by: 'district' },
} as const satisfies Record<string, Move>;
export type ReliefVerb = keyof typeof RELIEF_MOVES;
export const RELIEF_VERBS = Object.keys(RELIEF_MOVES) as [ReliefVerb, ...ReliefVerb[]];

/** What is recorded of a case without moving it, and its beginnings. */
export const RELIEF_DEEDS = ['receive', 'apply', ...RELIEF_VERBS, 'object', 'answer', 'change-card', 'confirm-card', 'close-batch', 'enter-return', 'drop-return'] as const;
export type ReliefDeed = (typeof RELIEF_DEEDS)[number];

/** The review that a case in this state waits for. */
export const REVIEW_OF = { applied: 'village', reviewed: 'township', noticed: 'district' } as const satisfies Partial<Record<ReliefState, Review>>;
export const PASS_OF = { village: 'review', township: 'recheck', district: 'approve' } as const satisfies Record<Review, ReliefVerb>;
export const reviewOf = (state: ReliefState): Review | null => (state in REVIEW_OF ? REVIEW_OF[state as keyof typeof REVIEW_OF] : null);

/** A case that ended without money; its household may apply again for the same cause and year. */
export const isGivenUp = (state: ReliefState): boolean => state === 'refused' || state === 'withdrawn';
/** Nothing is waited for any more; of what was paid, unless the bank sends it back. */
export const isOver = (state: ReliefState): boolean => state === 'paid' || isGivenUp(state);
/** Whether the applicant, or the village for it, may still take it back. */
export const isWithdrawable = (state: ReliefState): boolean => (RELIEF_MOVES.withdraw.from as readonly ReliefState[]).includes(state);
/** A case that holds money of the fund: reserved at approval, until it is paid. */
export const RESERVING = ['approved', 'batched', 'failed'] as const satisfies readonly ReliefState[];

/** Who was at the household when the village surveyed it: what the fund's participation is counted from. */
export const PRESENT = ['village-group', 'resident-cadre'] as const;
export type Present = (typeof PRESENT)[number];

/** A day limit, a floor, a notice: the fund's rules as they stood on a day. A case keeps the version it was decided under. */
export interface ReliefRules {
  readonly id: number;
  /** From this day on, `YYYY-MM-DD`. */
  readonly fromDay: string;
  /** Full days that a notice hangs out. */
  readonly noticeDays: number;
  /** Days each review may take. */
  readonly days: Readonly<Record<Review, number>>;
  /** What the fund must not fall below, in fen, and the days in which it is topped up. */
  readonly floor: number;
  readonly topUpDays: number;
  /** Hours between a change of card and the first payment to it. */
  readonly cardHours: number;
  readonly source: string;
}
