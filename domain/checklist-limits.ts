/** The range a month's value is expected in, from the months before: whole numbers, both inside. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Fewer months than this say nothing about a spread. */
const MONTHS_MIN = 6;
/** Width in standard deviations: about one healthy month in twenty falls outside. */
const WIDTH = 2;

/**
 * Limits for the value after `before` (the months before it, oldest first): mean ± 2 standard deviations of what a month adds,
 * rounded outwards, so that what is shown is what is judged by; not below zero where nothing ever was.
 * @param time how the indicator adds up: what happened in the month, how it stands at the end, or since January (see `january`)
 * @param january whether the month judged is a January, in which a yearly sum begins anew
 */
export function limitsOf(before: readonly (number | null)[], time: 'month' | 'last' | 'year', january = false): Limits | null {
  const values = before.filter((value) => value !== null);
  const last = values.at(-1);
  if (last === undefined) return null;
  // A yearly sum that falls has begun anew: what it shows is what the month added.
  const added = time === 'month' ? values : values.slice(1).map((value, at) => (time === 'year' && value < values[at]! ? value : value - values[at]!));
  if (added.length < MONTHS_MIN) return null;
  const mean = added.reduce((sum, value) => sum + value, 0) / added.length;
  const spread = Math.sqrt(added.reduce((sum, value) => sum + (value - mean) ** 2, 0) / added.length) * WIDTH;
  const base = time === 'month' || (time === 'year' && january) ? 0 : last;
  const least = time !== 'last' ? base : Math.min(...values) < 0 ? -Infinity : 0;
  return { low: Math.floor(Math.max(least, tidy(base + mean - spread))), high: Math.ceil(tidy(base + mean + spread)) };
}

/** Without the last digits that sums of fractions leave behind: 70.00000000000001 is 70. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

export const isOutside = (value: number | null, limits: Limits | null): boolean =>
  value !== null && limits !== null && (value < limits.low || value > limits.high);
