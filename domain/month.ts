/** A calendar month, `YYYY-MM`, in Asia/Shanghai. Sorts as text. */
export type Month = `${number}-${number}`;

/** The county's books begin here: the first month of the poverty registry. */
export const FIRST_MONTH: Month = '2014-01';

/** `YYYY-MM` with a real month number, else null. */
export function parseMonth(text: string | null | undefined): Month | null {
  return text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : null;
}

/** The month `steps` later (earlier when negative). */
export function addMonths(month: Month, steps: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const count = year * 12 + number - 1 + steps;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}` as Month;
}

/** Every month from first to last, both included; empty when last is earlier. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** What a line of monthly figures joins: the months that are over, since one that is not would look like a fall. All of them in a county's first month. */
export function overMonths<Point extends { readonly month: Month }>(points: readonly Point[], running: Month): readonly Point[] {
  const over = points.filter(({ month }) => month < running);
  return over.length > 0 ? over : points;
}

/** `YYYY-MM-01`. */
export const firstDay = (month: Month): string => `${month}-01`;

/** January of the same year. */
export const januaryOf = (month: Month): Month => `${month.slice(0, 4)}-01` as Month;

/** The month of a date given as `YYYY-MM-DD`. */
export const monthOf = (day: string): Month => day.slice(0, 7) as Month;
