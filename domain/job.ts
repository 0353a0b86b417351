import { deadlines, type FilingDays } from './deadline';
import { dayOf } from './day';
import { addMonths, firstDay, type Month, monthOf, monthsBetween } from './month';

/** What the county's calendar does by itself. */
export const JOBS = ['issue', 'newcomers', 'remind', 'close', 'relock', 'escalate', 'top-up'] as const;
export type Job = (typeof JOBS)[number];

/** When filers are reminded of a month, and their line of command told who has not filed. */
export const MOMENTS = ['before', 'due', 'overdue'] as const;
export type Moment = (typeof MOMENTS)[number];

/** One thing that happens once: which job, of which occasion, and since when it is due. */
export interface Occasion {
  readonly job: 'issue' | 'remind' | 'close';
  /** Names it for ever: the month, and of a reminder its moment. */
  readonly key: string;
  readonly month: Month;
  readonly moment: Moment | null;
  readonly at: Date;
  /** The instant from which it says nothing any more: a reminder that the next one has overtaken. */
  readonly until: Date | null;
}

const DAY_MS = 86_400_000;
/** Reminders go out when the offices open: 08:00, and the first one three days before the due day. */
const OPENING_MS = 8 * 3_600_000;
const DAYS_BEFORE = 3;

/** The first instant of a month in Asia/Shanghai. */
const beginning = (month: Month): Date => new Date(`${firstDay(month)}T00:00:00+08:00`);

/** What a month's calendar asks for, in order of time. */
export function occasionsOf(month: Month, days: FilingDays): Occasion[] {
  const { dueAt, lockAt } = deadlines(month, days);
  const dueDay = dueAt.getTime() - DAY_MS;
  const moments: Record<Moment, number> = { before: dueDay - DAYS_BEFORE * DAY_MS + OPENING_MS, due: dueDay + OPENING_MS, overdue: dueAt.getTime() + OPENING_MS };
  const ends = [moments.due, moments.overdue, lockAt.getTime()];
  const reminders = MOMENTS.map((moment, at): Occasion => ({
    job: 'remind', key: `${month} ${moment}`, month, moment, at: new Date(moments[moment]), until: new Date(Math.min(ends[at] as number, lockAt.getTime())),
  }));
  const plain = (job: 'issue' | 'close', at: Date): Occasion => ({ job, key: month, month, moment: null, at, until: null });
  return [plain('issue', beginning(month)), ...reminders, plain('close', lockAt)].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * Everything due by now, in order of time: of each month from the first that is not closed to the running one. What was missed
 * while nobody was there comes first.
 */
export function occasionsDue(first: Month, now: Date, daysOf: (month: Month) => FilingDays): Occasion[] {
  const running = monthOf(dayOf(now));
  return monthsBetween(first, running)
    .flatMap((month) => occasionsOf(month, daysOf(month)))
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * The first month that may have something left to do: the one after the last closed; where none was closed yet, the first that
 * the calendar issued; in books older than the calendar the open one, or the first that nobody issued; else the running one.
 */
export function firstToRun(known: { closed: Month | null; begun: Month | null; issued: Month | null; open: Month; running: Month }): Month {
  if (known.closed) return addMonths(known.closed, 1);
  if (known.begun) return known.begun;
  if (!known.issued) return known.running;
  const next = addMonths(known.issued, 1);
  return next < known.open ? next : known.open;
}
