import { z } from 'zod';
import { typedNumber, typedText } from './checklist-input';
import { INDICATOR_IDS, type IndicatorId } from './indicators';
import { LETTER_KINDS } from './letter';
import { type Month, parseMonth } from './month';

export const REASON_MIN = 5;
export const CLAUSE_TEXT_MAX = 120;
const FIRST_YEAR = 2014;
const LAST_YEAR = 2099;

const id = z.coerce.number().int().positive().max(2_147_483_647);
const count = z.coerce.number().int().min(1).max(100_000);
const indicator = z.enum(INDICATOR_IDS as [IndicatorId, ...IndicatorId[]]);
const required = typedNumber.refine((value) => value !== null, 'required').transform((value) => value ?? 0);
const text = typedText(CLAUSE_TEXT_MAX).refine((value) => value !== null && value.length >= 2, 'required').transform((value) => value ?? '');
const dueMonth = z.string().default('').transform((value, context): Month => {
  const month = parseMonth(value);
  if (!month) context.addIssue({ code: 'custom', message: 'month' });
  return month ?? ('' as Month);
});
const reason = typedText(300).refine((value) => [...(value ?? '')].length >= REASON_MIN, 'reason').transform((value) => value ?? '');

const year = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR);
/** A month that lies in the year it is due in. */
const inYear = { path: ['dueMonth'], message: 'other-year' };

/** A county target; `version` 0 for a new one. */
export const TARGET = z.object({ year, line: z.string().max(40).default('').transform((line) => line || null), indicator, target: required, dueMonth, text, version: z.coerce.number().int().min(0).max(100_000) })
  .refine(({ dueMonth: due, year: of }) => due.startsWith(String(of)), inYear);

/** Who is to be bound: a post, and a person where the letter binds one ('12', '12.345'). */
const party = z.string().regex(/^[1-9]\d{0,9}(\.[1-9]\d{0,9})?$/, 'choice').transform((text) => {
  const [post = 0, person = null] = text.split('.').map(Number);
  return { post, person };
});
export const DRAFT = z.object({ year, kind: z.enum(LETTER_KINDS), party });

/** A letter's version as it was on the screen. */
export const LETTER_SEEN = z.object({ id, version: count, revision: count });
export const CLAUSE = LETTER_SEEN.extend({ no: z.coerce.number().int().min(1).max(999).nullish().transform((no) => no ?? null), indicator, target: required, dueMonth, text, parent: z.string().max(24).default('') });
export const CLAUSE_GONE = LETTER_SEEN.extend({ no: z.coerce.number().int().min(1).max(999) });
/** What was read before signing: the hash of the text shown. */
export const SIGNING = z.object({ id, version: count, hash: z.string().regex(/^[0-9a-f]{64}$/) });
export const WITHDRAWAL = LETTER_SEEN.extend({ reason });
export const AMENDMENT = z.object({ id, version: count, reason });

/** Values by the post that gets them; `seen` tells the letters' versions as they were on the screen. Empty is left as it is. */
export const SPLIT = z.object({
  target: id.nullish().transform((value) => value ?? null),
  letter: id.nullish().transform((value) => value ?? null),
  clause: z.coerce.number().int().min(1).max(999).nullish().transform((no) => no ?? null),
  kind: z.enum(LETTER_KINDS),
  values: z.record(z.string().regex(/^[1-9]\d{0,9}$/), typedNumber).default({}),
  seen: z.record(z.string().regex(/^[1-9]\d{0,9}$/), z.string().max(24)).default({}),
  accept: z.string().optional().transform((value) => value === 'yes'),
  reason: typedText(300).transform((value) => value ?? ''),
});
export type SplitInput = z.output<typeof SPLIT>;
