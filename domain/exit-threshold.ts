import { z } from 'zod';
import { typedNumber, typedText } from './checklist-input';
import { type Month, parseMonth } from './month';

/** What leaving the list is measured by, besides the poverty line: the share of poor people, and a village's collective income. */
export const THRESHOLD_NAMES = ['incidence', 'collective-income'] as const;
export type ThresholdName = (typeof THRESHOLD_NAMES)[number];

/** A threshold as it holds from a month on, until a later one, with where it was read. */
export interface ExitThreshold {
  readonly name: ThresholdName;
  readonly from: Month;
  /** Incidence: per cent, to stay under. Collective income: yuan a head and year, to be over. */
  readonly value: number;
  readonly source: string;
}

/** The thresholds of one month. */
export interface ExitThresholds {
  /** Per cent of poor people, below which a village, a county may leave the list. */
  readonly incidence: number;
  /** Yuan a head and year that a village's collective income must be over. */
  readonly collectiveIncome: number;
}

const MOST_YUAN = 100_000;

/** A threshold as it is typed; `was`: the value that was on the screen for this very month, empty for a new one. */
export const EXIT_THRESHOLD = z.object({
  name: z.enum(THRESHOLD_NAMES),
  from: z.string().transform(parseMonth).pipe(z.custom<Month>((month) => month !== null, 'month')),
  value: typedNumber.pipe(z.number().min(0).max(MOST_YUAN)),
  source: typedText(200).pipe(z.string().min(4)),
  was: z.union([z.literal('').transform(() => null), z.coerce.number().min(0)]).default(null),
}).refine(({ name, value }) => name !== 'incidence' || value <= 100, { path: ['value'], message: 'percent' });

/** The thresholds that hold in a month. Every installation begins with one of each (db/migrations). */
export function thresholdsOf(all: readonly ExitThreshold[], month: Month): ExitThresholds {
  const of = (name: ThresholdName) => {
    const [latest] = all.filter((one) => one.name === name && one.from <= month).sort((a, b) => (a.from < b.from ? 1 : -1));
    if (!latest) throw new Error(`no threshold of ${name} in ${month}`);
    return latest.value;
  };
  return { incidence: of('incidence'), collectiveIncome: of('collective-income') };
}
