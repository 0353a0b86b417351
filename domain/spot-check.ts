import { z } from 'zod';
import { typedText } from './checklist-input';
import { closesAt, endOfDayAfter, type FilingTerms } from './deadline';
import { type Month, parseMonth } from './month';

export const SPOT_RESULTS = ['confirmed', 'challenged'] as const;
export type SpotResult = (typeof SPOT_RESULTS)[number];

/** At least so many characters say what the checklist got wrong. */
export const FINDING_MIN = 5;
export const SAMPLE_MAX = 50;
/** A challenged filer has the rest of the day and so many more days to answer, whenever the month locks. */
export const ANSWER_DAYS = 5;

const id = z.coerce.number().int().positive().max(2_147_483_647);
const month = z.string().transform((text, context) => {
  const parsed = parseMonth(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'format' });
  return z.NEVER;
});

/** A squad asks for a sample; the system draws it. */
export const SPOT_DRAW = z.object({ month, size: z.coerce.number('number').int().min(1).max(SAMPLE_MAX) });

/** What a spot check found. A challenge says what is wrong. */
export const SPOT_CHECK = z.object({ id, version: id, result: z.enum(SPOT_RESULTS, 'choice'), note: typedText(500) })
  .refine(({ result, note }) => result === 'confirmed' || [...(note ?? '')].length >= FINDING_MIN, { path: ['note'], message: 'reason' });

/** Until when a challenge of this instant can be answered, and whether that is later than the checklist locks by itself. */
export function answerTime(month: Month, terms: FilingTerms, now: Date): { until: Date; reopens: boolean } {
  const [end, closes] = [endOfDayAfter(now, ANSWER_DAYS), closesAt(month, terms)];
  return end > closes ? { until: end, reopens: true } : { until: closes, reopens: false };
}

/**
 * A sample anybody can draw again from its seed and the same population: ids in the order of a hash of seed and id, the first
 * `size` of them. FNV-1a with MurmurHash3's last mixing; ties by id.
 */
export function drawSample(seed: string, population: readonly number[], size: number): number[] {
  return population
    .map((each) => ({ each, rank: hash(`${seed}:${each}`) }))
    .sort((a, b) => a.rank - b.rank || a.each - b.each)
    .slice(0, size)
    .map(({ each }) => each);
}

function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
