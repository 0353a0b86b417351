import { indicator, type IndicatorId, isMonthly } from './indicators';
import { isLess } from './letter-proof';
import { addMonths, januaryOf, type Month, monthOf } from './month';

/**
 * How a target is measured. gain: what came about since January (villages exited this year). level: how it stands, reached
 * on a straight way from where last year ended (incidence). monthly: each month anew (a month's visits).
 */
export type Measure = 'gain' | 'level' | 'monthly';

export function measureOf(id: IndicatorId): Measure {
  const definition = indicator(id);
  if (isMonthly(id)) return 'monthly';
  if ('time' in definition && definition.time === 'year') return 'gain';
  return definition.better === 'more' && 'register' in definition && definition.divisions === 'sum' ? 'gain' : 'level';
}

/** Whether a gain is a difference of two readings (what stands now, less what stood before January), not a reading since January. */
export function isDifference(id: IndicatorId): boolean {
  const definition = indicator(id);
  return measureOf(id) === 'gain' && 'time' in definition && definition.time === 'last';
}

/** The month whose end a target's way begins at. */
export const baseMonth = (month: Month): Month => addMonths(januaryOf(month), -1);

/** The month a year's promises are measured at on a day: the last that has ended, since at the end of one that has only begun they would all be late; at most December. */
export function measuredMonth(year: number, today: string): Month {
  const [december, over] = [`${year}-12` as Month, addMonths(monthOf(today), -1)];
  return december < over ? december : over;
}

/** How far behind its schedule a target may be, in percentage points of its way: on pace, behind, far behind. */
export const PACE = { behind: 5, far: 20 } as const;

export type PaceColour = 'green' | 'yellow' | 'red' | 'grey';

export interface Course {
  readonly indicator: IndicatorId;
  readonly target: number;
  readonly dueMonth: Month;
  /** The month that was measured: not later than the due month counts as under way. */
  readonly month: Month;
  /** A gain: since January. A level: as it stands. Null where nothing can be said. */
  readonly value: number | null;
  /** How a level stood before January; ignored for a gain. */
  readonly base: number | null;
}

export interface Pace {
  /** Per cent of the way gone; over 100 where more was done than promised. */
  readonly done: number | null;
  /** Per cent of the way that should be gone by the end of the month. */
  readonly expected: number;
  readonly met: boolean;
  /** Green is on pace (or met), yellow behind, red far behind or past its due month, grey where nothing is measured. */
  readonly colour: PaceColour;
}

/** The share of a year's way that should be gone by the end of a month, in per cent. */
export function expectedBy(month: Month, dueMonth: Month): number {
  const count = (of: Month) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5));
  const first = count(januaryOf(dueMonth));
  const whole = count(dueMonth) - first + 1;
  return Math.min(100, Math.max(0, ((count(month) - first + 1) / whole) * 100));
}

/** Progress of a target against its time-proportional schedule. */
export function paceOf(course: Course): Pace {
  const { indicator: id, value, target } = course;
  const measure = measureOf(id);
  const over = course.month >= course.dueMonth;
  const expected = measure === 'monthly' ? 100 : expectedBy(course.month, course.dueMonth);
  if (value === null) return { done: null, expected, met: false, colour: 'grey' };
  const met = isLess(id) ? value <= target : value >= target;
  const done = met ? Math.max(100, way(measure, course, value)) : Math.min(way(measure, course, value), 99.9);
  if (met || done >= expected - PACE.behind) return { done, expected, met, colour: met || !over ? 'green' : 'red' };
  return { done, expected, met, colour: over && measure !== 'monthly' ? 'red' : done >= expected - PACE.far ? 'yellow' : 'red' };
}

/** Per cent of the way from the base to the target. */
function way(measure: Measure, { indicator: id, target, base }: Course, value: number): number {
  if (measure === 'level' && base !== null && base !== target) return Math.max(0, ((value - base) / (target - base)) * 100);
  if (isLess(id)) return value <= target ? 100 : (target / value) * 100;
  return target === 0 ? 100 : Math.max(0, (value / target) * 100);
}

const WORST: readonly PaceColour[] = ['red', 'yellow', 'green', 'grey'];

/** The light of several promises together, that of the worst, and how many are behind. */
export function worstOf(colours: readonly PaceColour[]): { colour: PaceColour; behind: number } {
  return { colour: WORST.find((colour) => colours.includes(colour)) ?? 'grey', behind: colours.filter((colour) => colour === 'yellow' || colour === 'red').length };
}

/** Worst first, then most behind first. */
export const byWorst = (a: { colour: PaceColour; behind: number }, b: { colour: PaceColour; behind: number }): number =>
  WORST.indexOf(a.colour) - WORST.indexOf(b.colour) || b.behind - a.behind;
