import { daysAfter } from './day';

/** What a visitor found, at a glance. */
export const SEEN = ['well', 'illness', 'disaster', 'income', 'housing', 'schooling'] as const;
export type Seen = (typeof SEEN)[number];

/** What was done about it at the visit. */
export const OUTCOMES = ['noted', 'solved', 'referred', 'promised'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a household asks for (群众诉求). */
export const DEMAND_KINDS = ['housing', 'medical', 'schooling', 'water', 'industry', 'sales', 'job', 'credit', 'allowance', 'other'] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

/** How a demand ends: settled, not within policy and explained, or withdrawn by the household. */
export const ANSWERS = ['solved', 'explained', 'withdrawn'] as const;
export type DemandAnswer = (typeof ANSWERS)[number];

/** A visit may be handed in this many days late: a phone without signal, a book of notes. */
export const VISIT_DAYS_LATE = 31;
/** The visitor may correct a visit until the end of this day after handing it in. */
export const CORRECTION_DAYS = 7;
/** Furthest day a measure can be promised for, counted from the visit. */
export const PROMISE_DAYS = 730;
/** A promise turns yellow this many days before it is due. */
export const NEAR_DAYS = 7;
export const VISIT_PHOTOS = 6;
/** A list of households on a device that is older than this is no longer trusted to be one's own. */
export const DEVICE_LIST_DAYS = 7;

/** Why a second visit of one person to one household on one day is refused until they say so: a key of messages errors.reasons. */
export const SAME_DAY = 'visit-same-day';

/** Days without a visit after which a household counts as not visited for one, three and six months. */
export const UNVISITED_DAYS = { 1: 30, 3: 90, 6: 180 } as const;

/** Whether the last visit lies no more than so many days back. */
export const visitedWithin = (lastVisit: string | null, today: string, days: number): boolean => lastVisit !== null && daysAfter(lastVisit, days) >= today;

/** What may be wrong with a visit; keys of messages errors.fields. */
export const VISIT_PROBLEMS = ['required', 'before-visit', 'far-day', 'future-day', 'before-registration', 'long-ago'] as const;

export interface VisitProblem {
  readonly field: 'visitedOn' | 'demandText' | 'promise' | 'dueOn';
  readonly problem: (typeof VISIT_PROBLEMS)[number];
  readonly limit?: number;
}

/** What a visit says about its day, the demand raised and the measure promised. */
export interface VisitFacts {
  readonly visitedOn: string;
  readonly demand: DemandKind | null;
  readonly demandText: string | null;
  readonly outcome: Outcome;
  readonly promise: string | null;
  readonly dueOn: string | null;
}

/** The facts as the fields of a form have them, where no server can read them (domain/visit-input.ts is too heavy for a phone). */
export function visitFactsOf(fields: Readonly<Record<string, string>>): VisitFacts {
  const text = (name: string) => fields[name]?.trim() || null;
  return withoutHidden({
    visitedOn: fields.visitedOn ?? '', demand: DEMAND_KINDS.find((kind) => kind === fields.demand) ?? null, demandText: text('demandText'),
    outcome: OUTCOMES.find((outcome) => outcome === fields.outcome) ?? 'noted', promise: text('promise'), dueOn: text('dueOn'),
  });
}

/** A visit without what its form has hidden: what follows from a demand where none was raised, a promise where none was made. */
export function withoutHidden<Visit extends VisitFacts>(visit: Visit): Visit {
  const raised = visit.demand !== null;
  const promised = raised && visit.outcome === 'promised';
  return {
    ...visit, demandText: raised ? visit.demandText : null, outcome: raised ? visit.outcome : 'noted',
    promise: promised ? visit.promise : null, dueOn: promised ? visit.dueOn : null,
  };
}

/** What does not fit together in a visit. */
export function visitProblems(visit: VisitFacts, { today, registeredOn }: { today: string; registeredOn: string }): VisitProblem[] {
  const { demand, demandText, outcome, promise, dueOn, visitedOn } = visit;
  const problems = dayProblems(visitedOn, { today, registeredOn });
  if (demand === 'other' && !demandText) problems.push({ field: 'demandText', problem: 'required' });
  if (outcome === 'promised' && !promise) problems.push({ field: 'promise', problem: 'required' });
  if (outcome === 'promised' && !dueOn) problems.push({ field: 'dueOn', problem: 'required' });
  if (dueOn !== null && dueOn < visitedOn) problems.push({ field: 'dueOn', problem: 'before-visit' });
  if (dueOn !== null && dueOn > daysAfter(visitedOn, PROMISE_DAYS)) problems.push({ field: 'dueOn', problem: 'far-day' });
  return problems;
}

/** A visit lies after the registration, not in the future and not longer ago than it may be handed in late. */
export function dayProblems(visitedOn: string, { today, registeredOn }: { today: string; registeredOn: string }): VisitProblem[] {
  if (visitedOn > today) return [{ field: 'visitedOn', problem: 'future-day' }];
  if (visitedOn <= registeredOn) return [{ field: 'visitedOn', problem: 'before-registration' }];
  return visitedOn < daysAfter(today, -VISIT_DAYS_LATE) ? [{ field: 'visitedOn', problem: 'long-ago', limit: VISIT_DAYS_LATE }] : [];
}

/** Whether a visit handed in on a day may still be corrected; one that was loaded, not handed in, never. */
export const isCorrectable = (recordedOn: string | null, today: string): boolean => recordedOn !== null && today <= daysAfter(recordedOn, CORRECTION_DAYS);

export type DueState = 'ahead' | 'near' | 'late';
/** How an open promise stands on a day: late from the day after it was due. */
export function dueState(dueOn: string, today: string): DueState {
  if (dueOn < today) return 'late';
  return dueOn <= daysAfter(today, NEAR_DAYS) ? 'near' : 'ahead';
}
