import type { Burden } from './checklist-answer';
import { FILER_KINDS, type FilerKind } from './checklist';
import { type Month, monthsBetween } from './month';

/** What filing took: the checklists filed, and the fields on them. */
export interface BurdenCounts extends Burden {
  readonly filed: number;
}

/** A month's checklists of one kind of filer. */
export interface BurdenPart extends BurdenCounts {
  readonly kind: FilerKind;
  readonly month: Month;
}

const NONE: BurdenCounts = { filed: 0, shown: 0, prefilled: 0, typed: 0 };

/** Parts added up. */
export const burdenOf = (parts: readonly BurdenCounts[]): BurdenCounts =>
  parts.reduce((sum, part) => ({ filed: sum.filed + part.filed, shown: sum.shown + part.shown, prefilled: sum.prefilled + part.prefilled, typed: sum.typed + part.typed }), NONE);

/** Fields typed per checklist; none where nothing was filed. */
export const typedEach = ({ filed, typed }: BurdenCounts): number | null => (filed === 0 ? null : typed / filed);

/** The kinds of filer that filed, in order, each with its last month and what every month took per checklist. */
export function burdenByKind(parts: readonly BurdenPart[], first: Month, last: Month): { kind: FilerKind; counts: BurdenCounts; each: (number | null)[] }[] {
  return FILER_KINDS.flatMap((kind) => {
    const own = parts.filter((part) => part.kind === kind);
    if (own.length === 0) return [];
    const at = (month: Month) => burdenOf(own.filter((part) => part.month === month));
    return [{ kind, counts: at(last), each: monthsBetween(first, last).map((month) => typedEach(at(month))) }];
  });
}

/** Each month that has something to count, the newest first: the whole, and what it took each kind per checklist. */
export function burdenByMonth(parts: readonly BurdenPart[]): { month: Month; counts: BurdenCounts; each: Partial<Record<FilerKind, number | null>> }[] {
  const months = [...new Set(parts.map(({ month }) => month))].toSorted().reverse();
  return months.map((month) => {
    const own = parts.filter((part) => part.month === month);
    return { month, counts: burdenOf(own), each: Object.fromEntries(own.map((part) => [part.kind, typedEach(part)])) };
  });
}
