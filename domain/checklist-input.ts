import { z } from 'zod';
import { VERDICTS } from './checklist';
import { type Answer, CLAIM_MAX, EMPTY_ANSWER, EXPLANATION_MAX, MODES, REASON_MIN, TEXT_MAX } from './checklist-answer';

/** Longest number that is looked at: digits, separators, spaces of an input method. */
const NUMBER_MAX = 40;

/** Typed text: what no database keeps (NUL, halves of a character) is dropped, blanks at the ends too; empty is null. */
export const typedText = (max: number) =>
  z.string().max(max * 4, 'long').default('').transform((text) => text.replace(/\0/g, '').replace(/\p{Surrogate}/gu, '').trim())
    .pipe(z.string().max(max)).transform((text) => text || null);

/** A typed number: full-width digits and separators are read, two decimals at most, never negative or absurd; empty is null. */
export const typedNumber = z.string().max(NUMBER_MAX, 'number').default('').transform((text, context) => {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (plain === '') return null;
  if (/^-?\d+(\.\d{1,2})?$/.test(plain)) return Number(plain);
  context.addIssue({ code: 'custom', message: 'number' });
  return z.NEVER;
}).pipe(z.number().min(0).max(CLAIM_MAX).nullable());

const id = z.coerce.number().int().positive().max(2_147_483_647);

const answer = z.object({
  mode: z.enum(MODES).nullish().transform((mode) => mode ?? null),
  claim: typedNumber,
  text: typedText(TEXT_MAX),
  explanation: typedText(EXPLANATION_MAX),
  seen: typedNumber.catch(null),
});

const byNumber = <Value extends z.ZodType>(value: Value) => z.record(z.string().regex(/^\d{1,3}$/), value).default({});

/** A filer's form: answers by the number of their entry. `quiet`: kept by itself while the filer types. */
export const FILING = z.object({ id, version: id, entries: byNumber(answer) });
export type Filing = z.output<typeof FILING>;

const verdict = z.object({ verdict: z.enum(VERDICTS).nullish().transform((given) => given ?? null), note: typedText(EXPLANATION_MAX) });

/** A reviewer's form: a verdict and a note by entry, and why. */
export const REVIEW = z.object({ id, version: id, entries: byNumber(verdict), reason: typedText(EXPLANATION_MAX) });
export const RETURN = REVIEW.refine(({ reason }) => [...(reason ?? '')].length >= REASON_MIN, { path: ['reason'], message: 'reason' });

/** One checklist as the queue showed it. */
export const REVIEWED = z.object({ id, version: id });
/** Checklists ticked in the queue, as 'id:version'; a form sends one as a text, several as a list. */
export const TICKED = z.object({
  pick: z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.string().regex(/^\d+:\d+$/)).min(1, 'choice').max(200)),
});

export const EVIDENCE_PLACE = z.object({ checklist: id, entry: z.coerce.number().int().min(1).max(999) });
export const EVIDENCE_ID = z.object({ id });

/** The answer to one entry; unanswered where the form had none. */
export const answerTo = (filing: Filing, no: number): Answer => filing.entries[String(no)] ?? EMPTY_ANSWER;
