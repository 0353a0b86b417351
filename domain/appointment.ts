import { isAdministration, ROLE_OF } from './access';
import type { Duty, PostKind } from './command';
import { daysAfter } from './day';
import { firstDay, type Month } from './month';
import { dutiesAt, isSole } from './post';

/** What happens to an appointment; a replacement happens to both, the one that ends and the one that begins. */
export const APPOINTMENT_VERBS = ['appoint', 'end', 'replace'] as const;
export type AppointmentVerb = (typeof APPOINTMENT_VERBS)[number];

/** Person × post × duty from a day on; `endsOn` is the first day no longer served, null while none is set. */
export interface Term {
  readonly id: number;
  readonly personId: number;
  readonly postId: number;
  readonly duty: Duty;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface PostSpan {
  readonly id: number;
  readonly kind: PostKind;
  readonly establishedOn: string;
  readonly abolishedOn: string | null;
}

/** A field and what is wrong with it: a key of messages errors.fields. */
export type TermProblem = { readonly field: 'duty' | 'person' | 'startsOn' | 'endsOn'; readonly problem: string };

/** How far ahead a change may be entered: what is further away is not decided yet. */
const AHEAD_DAYS = 366;

const overlaps = (a: { startsOn: string; endsOn: string | null }, b: { startsOn: string; endsOn: string | null }): boolean =>
  (a.endsOn === null || a.endsOn > b.startsOn) && (b.endsOn === null || b.endsOn > a.startsOn) && a.startsOn !== a.endsOn && b.startsOn !== b.endsOn;

export interface Appointing {
  readonly post: PostSpan;
  /** Everybody's terms in this duty at the post, and the person's terms everywhere; without those that are just being ended. */
  readonly seat: readonly Term[];
  readonly own: readonly Term[];
  readonly term: Omit<Term, 'id' | 'postId'>;
  readonly today: string;
}

/**
 * Why an appointment cannot be made. Two posts at once are allowed, and listed as double posts; two holders of a seat for one are
 * not, nor an administrator who is anything else.
 */
export function appointProblem({ post, seat, own, term, today }: Appointing): TermProblem | null {
  const { duty, startsOn, endsOn } = term;
  if (!dutiesAt(post.kind).includes(duty)) return { field: 'duty', problem: 'duty-unfit' };
  if (startsOn < post.establishedOn || (post.abolishedOn !== null && startsOn >= post.abolishedOn)) return { field: 'startsOn', problem: 'post-closed' };
  if (startsOn > daysAfter(today, AHEAD_DAYS)) return { field: 'startsOn', problem: 'too-far' };
  if (endsOn !== null && endsOn <= startsOn) return { field: 'endsOn', problem: 'ends-before' };
  const mine = own.filter((other) => overlaps(other, term));
  if (mine.some((other) => other.postId === post.id && other.duty === duty)) return { field: 'person', problem: 'serves-already' };
  const administers = (each: { duty: Duty }) => isAdministration(ROLE_OF[each.duty]);
  if (mine.length > 0 && (administers(term) || mine.some(administers))) return { field: 'person', problem: 'administrator-alone' };
  if (isSole(duty) && seat.some((other) => overlaps(other, term))) return { field: 'startsOn', problem: 'seat-taken' };
  return null;
}

export interface Ending {
  readonly term: Term;
  readonly endsOn: string;
  readonly today: string;
  /** The last month a checklist was filed for under this appointment; null when there is none. */
  readonly filed: Month | null;
  /** Others who serve the same duty on the day it ends. */
  readonly others: number;
}

/** Why an appointment cannot end on a day. What was filed under it stays filed under it; the last security administrator stays. */
export function endProblem({ term, endsOn, today, filed, others }: Ending): TermProblem | null {
  if (endsOn < term.startsOn) return { field: 'endsOn', problem: 'ends-before' };
  if (endsOn > daysAfter(today, AHEAD_DAYS)) return { field: 'endsOn', problem: 'too-far' };
  if (filed !== null && endsOn <= firstDay(filed)) return { field: 'endsOn', problem: 'filed-since' };
  if (term.duty === 'security-administrator' && others === 0) return { field: 'endsOn', problem: 'last-administrator' };
  return null;
}

/** Whether a term can still be ended: not when it is over. One that is to end on a later day may be given another day. */
export const isEndable = (term: Pick<Term, 'endsOn'>, today: string): boolean => term.endsOn === null || term.endsOn > today;
