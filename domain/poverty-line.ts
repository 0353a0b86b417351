import { z } from 'zod';
import { typedNumber, typedText } from './checklist-input';

export const LINE_SCOPES = ['national', 'Sichuan'] as const;

/** Status of a line that was entered in this installation by somebody who names where it stands. */
export const ENTERED = 'found (entered)';

const SOURCE_MAX = 200;
const DEAREST_YUAN = 100_000;

/** A poverty line as it is typed, in yuan a head and year; `was`: the line that was on the screen, in fen, empty for a new one. */
export const POVERTY_LINE = z.object({
  year: z.coerce.number().int().min(2010).max(2050),
  scope: z.enum(LINE_SCOPES),
  yuan: typedNumber.pipe(z.number().min(1).max(DEAREST_YUAN)),
  source: typedText(SOURCE_MAX).pipe(z.string().min(4)),
  was: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).default(null),
});
