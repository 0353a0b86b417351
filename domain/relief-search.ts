import { type Month, parseMonth } from './month';
import { RELIEF_CAUSES, RELIEF_STATES, type ReliefCause, type ReliefState, type Review, REVIEWS } from './relief';

export const CASES_PER_PAGE = 50;
const LAST_PAGE = 100;
const ASKED_LENGTH = 20;

/** What is asked of the list of applications, beside the place. */
export interface ReliefSearch {
  /** A case number, or the beginning of the head's name; '' for any. */
  readonly q: string;
  readonly state: ReliefState | null;
  readonly cause: ReliefCause | null;
  /** Only those whose step has lasted longer than it may. */
  readonly late: boolean;
  /** From 1. */
  readonly page: number;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the search from an address. What is unknown or malformed asks for nothing. */
export function parseReliefSearch(params: Params): ReliefSearch {
  const text = (name: string): string => {
    const value = params[name];
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  };
  const asked = text('q').replace(/[\p{Cc}\p{Cn}\p{Cs}]/gu, '');
  const page = text('page');
  return {
    q: asked.length > ASKED_LENGTH ? '' : asked,
    state: RELIEF_STATES.find((state) => state === text('state')) ?? null,
    cause: RELIEF_CAUSES.find((cause) => cause === text('cause')) ?? null,
    late: text('late') === 'yes',
    page: /^[1-9]\d{0,2}$/.test(page) && Number(page) <= LAST_PAGE ? Number(page) : 1,
  };
}

/** The search as address parameters; what asks for nothing is left out. */
export function reliefSearchParams({ q, state, cause, late, page }: ReliefSearch): Record<string, string> {
  const all = { q, state: state ?? '', cause: cause ?? '', late: late ? 'yes' : '', page: page === 1 ? '' : String(page) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** Which reviews are listed behind their days: of one step, decided in one month. */
export interface DaysSearch {
  readonly step: Review;
  readonly decided: Month;
  /** Only those that took longer than they may. */
  readonly late: boolean;
  /** From 1. */
  readonly page: number;
}

/** Reads what an address asks to list; null when it names no step or no month. */
export function parseDaysSearch(params: Params): DaysSearch | null {
  const step = REVIEWS.find((each) => each === params.step);
  const decided = typeof params.decided === 'string' ? parseMonth(params.decided) : null;
  const { late, page } = parseReliefSearch(params);
  return step && decided ? { step, decided, late, page } : null;
}

export const isReliefNumber = (text: string): boolean => /^JZ\d/.test(text);

export type DueLight = 'green' | 'yellow' | 'red';
const DAY_MS = 86_400_000;

/** How a step stands against its day limit: the days left, rounded up, or over, as a negative number; yellow on its last day. */
export function dueIn(dueAt: number, now: number): { days: number; light: DueLight } {
  const left = dueAt - now;
  if (left < 0) return { days: -Math.ceil(-left / DAY_MS), light: 'red' };
  const days = Math.ceil(left / DAY_MS);
  return { days, light: days <= 1 ? 'yellow' : 'green' };
}
