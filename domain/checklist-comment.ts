import { z } from 'zod';
import { typedText } from './checklist-input';

export const COMMENT_MIN = 2;
export const COMMENT_MAX = 500;

/** A word on one entry of a checklist: `id` is the checklist's. */
export const COMMENT = z.object({
  id: z.coerce.number().int().positive().max(2_147_483_647),
  entry: z.coerce.number().int().min(1).max(999),
  text: typedText(COMMENT_MAX).refine((text) => [...(text ?? '')].length >= COMMENT_MIN, 'required').transform((text) => text ?? ''),
});
