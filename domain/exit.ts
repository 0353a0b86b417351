import { SAFEGUARDS, type Safeguard } from './household';
import type { Assessment } from './income';

/** Days since when each safeguard is secured, 'YYYY-MM-DD'; null while it is not. */
export type Safeguards = Readonly<Record<Safeguard, string | null>>;

export interface Criterion {
  readonly name: 'income' | Safeguard;
  /** Null where the records do not say: no income of that year, or no line. */
  readonly met: boolean | null;
  /** Since when a safeguard is secured; the income year that was judged. */
  readonly since: string | null;
}

/** The income year that counts on a day: it ends on 30 September and is known from October on. */
export const incomeYearOn = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) >= '10' ? 0 : 1);

/**
 * What a household needs to leave the list (一超六有) as it stood on a day: income per head over the year's line ("over" is at
 * or over, as the county reads it), and six things secured.
 */
export function exitCriteria(day: string, safeguards: Safeguards, incomes: readonly Assessment[]): Criterion[] {
  const year = incomeYearOn(day);
  const judged = incomes.find((assessment) => assessment.income.year === year);
  const margin = judged?.margin ?? null;
  return [
    { name: 'income', met: margin === null ? null : margin >= 0, since: judged ? String(year) : null },
    ...SAFEGUARDS.map((name): Criterion => {
      const since = safeguards[name];
      return { name, met: since !== null && since <= day, since };
    }),
  ];
}

export const meetsAll = (criteria: readonly Criterion[]): boolean => criteria.every((criterion) => criterion.met === true);
export const missing = (criteria: readonly Criterion[]): Criterion['name'][] => criteria.flatMap(({ name, met }) => (met === true ? [] : [name]));

export type DayProblem = 'before-registration' | 'future-day';

/** Why a household cannot have left the list on a day; null when it can. Days of the county's clock. */
export function exitDayProblem(exitedOn: string, registeredOn: string, today: string): DayProblem | null {
  if (exitedOn > today) return 'future-day';
  return exitedOn <= registeredOn ? 'before-registration' : null;
}
