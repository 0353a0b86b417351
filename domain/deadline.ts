import { dayOf, daysAfter, SHANGHAI_HOURS } from './day';
import { addMonths, type Month } from './month';

/** Days of the month after the one reported on (filing_calendar): filed on time until the end of dueDay, at all until the end of lockDay. */
export interface FilingDays {
  readonly dueDay: number;
  readonly lockDay: number;
}

/** The days a county begins with. */
export const FILING_DAYS: FilingDays = { dueDay: 5, lockDay: 10 };

/** What holds for one filer: the month's days, and until when an exception keeps the lock open for them. */
export interface FilingTerms extends FilingDays {
  readonly extendedTo?: Date | null;
}

export interface Deadlines {
  /** The first instant that is late. */
  readonly dueAt: Date;
  /** The first instant at which the month is locked. */
  readonly lockAt: Date;
}

export type FilingTime = 'in-time' | 'late' | 'locked';

/** The month's deadlines, as exclusive instants in Asia/Shanghai. */
export function deadlines(month: Month, days: FilingDays): Deadlines {
  return { dueAt: endOfDay(month, days.dueDay), lockAt: endOfDay(month, days.lockDay) };
}

/** Where an instant stands. To be judged with the database's clock, after the row is locked. Under an exception everything is late. */
export function filingTime(month: Month, terms: FilingTerms, now: Date): FilingTime {
  const { dueAt, lockAt } = deadlines(month, terms);
  if (now >= lockAt) return terms.extendedTo && now < terms.extendedTo ? 'late' : 'locked';
  return now >= dueAt ? 'late' : 'in-time';
}

/** The instant at which a checklist locks for its filer: the month's, or the end of an exception that lasts longer. */
export function closesAt(month: Month, terms: FilingTerms): Date {
  const { lockAt } = deadlines(month, terms);
  return terms.extendedTo && terms.extendedTo > lockAt ? terms.extendedTo : lockAt;
}

/** The first instant after a month, in Asia/Shanghai. */
export const monthEnd = (month: Month): Date => endOfDay(month, 0);

function endOfDay(month: Month, day: number): Date {
  const [year, number] = addMonths(month, 1).split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1, day + 1, -SHANGHAI_HOURS));
}

/** The end of the day in Asia/Shanghai that lies `days` after an instant's own. */
export const endOfDayAfter = (at: Date, days: number): Date => endOfDate(daysAfter(dayOf(at), days));

/** The end of a day `YYYY-MM-DD` in Asia/Shanghai, as an exclusive instant. */
export const endOfDate = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) + (24 - SHANGHAI_HOURS) * 3_600_000);
