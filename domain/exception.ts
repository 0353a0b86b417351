import { z } from 'zod';
import { typedText } from './checklist-input';
import { deadlines, endOfDate, type FilingTerms } from './deadline';
import type { Month } from './month';

/** The longest an exception may run from the day it is granted, in days. */
export const EXCEPTION_DAYS = 31;
/** Granted by the office at a filer's request, or opened by a squad's challenge so that the filer can answer it. */
export const EXCEPTION_CAUSES = ['granted', 'challenge'] as const;
export type ExceptionCause = (typeof EXCEPTION_CAUSES)[number];
export const EXCEPTION_REASON_MIN = 5;
const REASON_MAX = 200;

/** An exception's form: which checklist, until the end of which day, why. */
export const EXCEPTION = z.object({
  id: z.coerce.number().int().positive().max(2_147_483_647),
  until: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'format'),
  reason: typedText(REASON_MAX).refine((text) => [...(text ?? '')].length >= EXCEPTION_REASON_MIN, 'reason'),
});

export type UntilProblem = 'until-past' | 'until-locked' | 'until-far' | 'until-shorter';

/** What is wrong with the last day of an exception: over already, not beyond the lock or a running exception, or too far. */
export function untilProblem(until: string, month: Month, terms: FilingTerms, now: Date): UntilProblem | null {
  const end = endOfDate(until);
  if (end <= now) return 'until-past';
  if (end <= deadlines(month, terms).lockAt) return 'until-locked';
  if (terms.extendedTo && now < terms.extendedTo && end <= terms.extendedTo) return 'until-shorter';
  return end.getTime() - now.getTime() > EXCEPTION_DAYS * 86_400_000 ? 'until-far' : null;
}
