import type { EntryKind, Verdict } from './checklist';

/** A claim beside what the records said when it was submitted. */
export interface Claim {
  readonly kind: EntryKind;
  readonly claim: number | null;
  readonly recorded: number | null;
  readonly nothing: boolean;
  readonly text: string | null;
  readonly explanation: string | null;
  /** Evidence files of this entry. */
  readonly files: number;
}

/** Why a verdict is proposed; a sentence each in messages checklists.why. */
export const WHYS = [
  'as-recorded', 'nothing-recorded', 'within-tolerance', 'more-with-evidence', 'more-without-evidence', 'far-more', 'less-than-recorded',
  'nothing-but-recorded', 'no-record-evidence', 'no-record', 'unanswered', 'answered', 'nothing-said', 'evidence', 'no-evidence',
] as const;
export type Why = (typeof WHYS)[number];

export interface Proposal {
  readonly verdict: Verdict;
  readonly why: Why;
  /** |claim − recorded| ÷ recorded; 1 when the records show nothing. 0 for texts and files. */
  readonly deviation: number;
}

/** An explained claim this near the records (5 %) is partly supported: a visit booked a day late, a case that straddles two months. */
export const TOLERANCE = 0.05;
/** From twice the records on, files alone prove nothing: the rows themselves must be put right first. */
export const FAR = 1;

/** What the records alone say of a claim. A person decides. */
export function propose(claim: Claim): Proposal {
  if (claim.kind === 'number') return ofNumber(claim);
  const whole = (verdict: Verdict, why: Why): Proposal => ({ verdict, why, deviation: 0 });
  if (claim.nothing) return whole('supported', 'nothing-said');
  if (claim.kind === 'evidence') return claim.files > 0 ? whole('supported', 'evidence') : whole('unsupported', 'no-evidence');
  return claim.text ? whole('supported', 'answered') : whole('unsupported', 'unanswered');
}

function ofNumber({ claim, recorded, nothing, explanation, files }: Claim): Proposal {
  if (nothing) {
    return recorded ? { verdict: 'contradicted', why: 'nothing-but-recorded', deviation: 1 } : { verdict: 'supported', why: 'nothing-recorded', deviation: 0 };
  }
  if (claim === null) return { verdict: 'unsupported', why: 'unanswered', deviation: 1 };
  if (recorded === null) {
    return files > 0 ? { verdict: 'partly', why: 'no-record-evidence', deviation: 0 } : { verdict: 'unsupported', why: 'no-record', deviation: claim === 0 ? 0 : 1 };
  }
  if (claim === recorded) return { verdict: 'supported', why: 'as-recorded', deviation: 0 };
  const deviation = recorded === 0 ? 1 : Math.abs(claim - recorded) / Math.abs(recorded);
  if (deviation <= TOLERANCE && explanation) return { verdict: 'partly', why: 'within-tolerance', deviation };
  if (claim < recorded) return { verdict: 'contradicted', why: 'less-than-recorded', deviation };
  if (files === 0) return { verdict: 'unsupported', why: 'more-without-evidence', deviation };
  return deviation > FAR ? { verdict: 'unsupported', why: 'far-more', deviation } : { verdict: 'partly', why: 'more-with-evidence', deviation };
}

const WEIGHT: Record<Verdict, number> = { supported: 0, partly: 1, unsupported: 2, contradicted: 3 };

export interface Trouble {
  readonly worst: Verdict;
  /** Entries that are not plainly supported. */
  readonly doubtful: number;
  /** The largest deviation among them. */
  readonly deviation: number;
}

/** What a checklist's entries amount to, for the queue. */
export function troubleOf(proposals: readonly Proposal[]): Trouble {
  const worst = proposals.reduce<Verdict>((held, { verdict }) => (WEIGHT[verdict] > WEIGHT[held] ? verdict : held), 'supported');
  return {
    worst,
    doubtful: proposals.filter(({ verdict }) => verdict !== 'supported').length,
    deviation: Math.max(0, ...proposals.map((each) => each.deviation)),
  };
}

export interface Queued extends Trouble {
  readonly late: boolean;
  readonly submittedAt: number;
  readonly id: number;
}

/** The order of the review queue: worst verdict, then most doubtful entries, then largest deviation, then late ones, then first come. */
export function byTrouble(a: Queued, b: Queued): number {
  return WEIGHT[b.worst] - WEIGHT[a.worst] || b.doubtful - a.doubtful || b.deviation - a.deviation
    || Number(b.late) - Number(a.late) || a.submittedAt - b.submittedAt || a.id - b.id;
}
