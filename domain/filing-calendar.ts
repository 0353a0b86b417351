import { z } from 'zod';
import { deadlines, FILING_DAYS, type FilingDays } from './deadline';
import { addMonths, type Month, parseMonth } from './month';

/** Filing days that hold from a month on. */
export interface CalendarRow extends FilingDays {
  readonly from: Month;
}

/** Every deadline stays inside the month after. */
export const LAST_DAY = 28;
/** How far ahead a change may begin, in months. */
export const MONTHS_AHEAD = 12;

const day = z.coerce.number().int().min(1).max(LAST_DAY);

/** A change: from a month on, or for this month only. `seen`: the days that the screen showed for it. */
export const CALENDAR_CHANGE = z.object({
  from: z.string().transform(parseMonth).pipe(z.custom<Month>((month) => month !== null, 'month')),
  dueDay: day,
  lockDay: day,
  span: z.enum(['from', 'only']).default('from'),
  seen: z.string().max(8).optional(),
});
export type CalendarChange = z.output<typeof CALENDAR_CHANGE>;

export const daysOf = (rows: readonly CalendarRow[], month: Month): FilingDays =>
  rows.filter(({ from }) => from <= month).reduce<CalendarRow | null>((last, row) => (last && last.from > row.from ? last : row), null) ?? FILING_DAYS;

/** What a screen shows of a month's days, to be compared when it is changed. */
export const seenDays = ({ dueDay, lockDay }: FilingDays): string => `${dueDay}/${lockDay}`;

export interface CalendarProblem {
  readonly field: 'from' | 'dueDay' | 'lockDay';
  readonly problem: 'month-locked' | 'month-far' | 'lock-before-due' | 'due-passed' | 'due-past' | 'lock-past';
  readonly limit?: number;
}

/**
 * Why a change cannot be: a locked month stays as it was; a due day that has passed stays, and none is set into the past, so that
 * nobody who was on time becomes late, or the other way round.
 */
export function calendarProblems(rows: readonly CalendarRow[], { from, dueDay, lockDay }: CalendarChange, now: Date): CalendarProblem[] {
  const old = daysOf(rows, from);
  const [was, will] = [deadlines(from, old), deadlines(from, { dueDay, lockDay })];
  if (now >= was.lockAt) return [{ field: 'from', problem: 'month-locked' }];
  if (deadlines(addMonths(from, -MONTHS_AHEAD - 1), old).lockAt > now) return [{ field: 'from', problem: 'month-far', limit: MONTHS_AHEAD }];
  const problems: CalendarProblem[] = [];
  if (dueDay !== old.dueDay && now >= was.dueAt) problems.push({ field: 'dueDay', problem: 'due-passed' });
  else if (dueDay !== old.dueDay && now >= will.dueAt) problems.push({ field: 'dueDay', problem: 'due-past' });
  if (lockDay < dueDay) problems.push({ field: 'lockDay', problem: 'lock-before-due' });
  else if (now >= will.lockAt) problems.push({ field: 'lockDay', problem: 'lock-past' });
  return problems;
}

/** The calendar after a change. From a month on, later rows give way; for one month only, the next goes on as before. */
export function changed(rows: readonly CalendarRow[], { from, dueDay, lockDay, span }: CalendarChange): CalendarRow[] {
  const next = addMonths(from, 1);
  const earlier = rows.filter((row) => row.from < from);
  const row: CalendarRow = { from, dueDay, lockDay };
  if (span === 'from') return [...earlier, row];
  const later = rows.filter((each) => each.from >= next);
  const { dueDay: due, lockDay: lock } = daysOf(rows, next);
  return [...earlier, row, ...(later[0]?.from === next ? [] : [{ from: next, dueDay: due, lockDay: lock }]), ...later];
}
