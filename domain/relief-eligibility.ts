import type { ReliefAmount } from './relief-amount';
import type { ReliefCause } from './relief';

/** What is known of an application, for the rules. */
export interface ReliefFacts {
  /** A registered household: when it left the list, if it did. Null: agricultural, never registered. */
  readonly registered: { readonly exitedOn: string | null } | null;
  readonly cause: ReliefCause;
  /** Pieces of evidence that the cause is shown with. */
  readonly evidence: number;
  /** The day of application, `YYYY-MM-DD`. */
  readonly appliedOn: string;
  readonly working: ReliefAmount | null;
  /** Another case of the same household, cause and year that is under way or was paid. */
  readonly other: string | null;
}

export const RELIEF_RULE_NAMES = ['object', 'cause', 'year', 'line', 'income', 'once'] as const;
export type ReliefRuleName = (typeof RELIEF_RULE_NAMES)[number];

export interface Judged {
  readonly rule: ReliefRuleName;
  readonly met: boolean;
  /** Which answer of the rule's texts says why. */
  readonly why: string;
}

/** The income year a day lies in: 1 October to 30 September, named for the year it ends in. */
export const incomeYearOf = (day: string): number => Number(day.slice(0, 4)) + (day.slice(5) >= '10-01' ? 1 : 0);

/**
 * Rule by rule, why a household is or is not helped (the fund's rules, «严格对象»). An application is for
 * the income year that runs or the one before it.
 */
export function judge(facts: ReliefFacts): Judged[] {
  const { registered, working } = facts;
  const running = incomeYearOf(facts.appliedOn);
  const year = working?.income.year ?? null;
  const rule = (name: ReliefRuleName, met: boolean, why: string): Judged => ({ rule: name, met, why });
  return [
    registered === null ? rule('object', true, 'agricultural') : registered.exitedOn === null ? rule('object', false, 'still-poor') : rule('object', true, 'exited'),
    rule('cause', facts.evidence > 0, facts.evidence > 0 ? 'shown' : 'no-evidence'),
    rule('year', year === running || year === running - 1, year === null ? 'no-worksheet' : year === running || year === running - 1 ? 'in-time' : 'other-year'),
    rule('line', working !== null, working === null ? 'no-line' : 'line'),
    // A household over the line has left poverty for good, whatever befell it: «稳定脱贫户不予救助».
    working === null ? rule('income', false, 'no-worksheet') : rule('income', working.amount > 0, working.amount > 0 ? 'below' : registered?.exitedOn ? 'stable' : 'above'),
    rule('once', facts.other === null, facts.other === null ? 'first' : 'again'),
  ];
}

export const isEligible = (judged: readonly Judged[]): boolean => judged.every(({ met }) => met);
