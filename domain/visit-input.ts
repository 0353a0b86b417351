import { z } from 'zod';
import { typedText } from './checklist-input';
import { ANSWERS, DEMAND_KINDS, OUTCOMES, SEEN, withoutHidden } from './visit';

export const NOTE_MAX = 500;
export const DEMAND_MAX = 200;

const id = z.coerce.number().int().positive().max(2_147_483_647);
const day = z.iso.date();
/** An empty choice of a form is no choice. */
const none = z.literal('').transform(() => null);

/** Made by whoever records, so that a second sending of the same is known as such. */
const key = z.uuid();

/** A visit as a form or a phone hands it in, without what the form has hidden meanwhile. `account` is who recorded it on that phone; `again` files a second one of the same day. */
export const VISIT = z.object({
  key,
  household: id,
  visitedOn: day,
  seen: z.enum(SEEN),
  note: typedText(NOTE_MAX),
  demand: z.union([none, z.enum(DEMAND_KINDS)]).nullish().transform((kind) => kind ?? null),
  demandText: typedText(DEMAND_MAX),
  outcome: z.enum(OUTCOMES).default('noted'),
  promise: typedText(DEMAND_MAX),
  dueOn: z.union([none, day]).nullish().transform((due) => due ?? null),
  again: z.union([z.literal('on'), z.boolean()]).optional().transform(Boolean),
  account: id.optional(),
}).transform(withoutHidden);

export const VISIT_CORRECTION = z.object({
  id, version: id, visitedOn: day, seen: z.enum(SEEN), note: typedText(NOTE_MAX), reason: z.string().trim().min(2).max(200),
});

export const DEMAND_ANSWER = z.object({ id, answer: z.enum(ANSWERS), text: z.string().trim().min(2).max(DEMAND_MAX) });

export const VISIT_PHOTO = z.object({ key, visit: id, account: id.optional() });
