import { z } from 'zod';
import { typedText } from './checklist-input';
import { DONOR_KINDS } from './fund';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const MOST_YUAN = 999_999_999;

/** Yuan as it is typed, at most two decimals, in any width of digits and with commas → fen. */
export const TYPED_YUAN = z.string().max(40, 'yuan').transform((text) => text.normalize('NFKC').trim().replaceAll(',', ''))
  .refine((text) => /^\d{1,9}(\.\d{1,2})?$/.test(text), 'yuan')
  .transform((text) => {
    const [whole = '0', part = ''] = text.split('.');
    return Number(whole) * 100 + Number(part.padEnd(2, '0'));
  })
  .refine((fen) => fen > 0 && fen <= MOST_YUAN * 100, 'yuan');

/** Made by the form, so that a second sending of the same books nothing. */
const key = z.uuid();
const day = z.iso.date();
const reason = z.string().trim().min(4).max(200);

/** A donation as it is typed; whoever gives without a name is not written down. */
export const DONATION = z.object({
  key,
  anonymous: z.literal('on').optional().transform(Boolean),
  donor: typedText(60),
  kind: z.enum(DONOR_KINDS),
  amount: TYPED_YUAN,
  day,
  campaign: z.string().max(40).optional().transform((code) => code || null),
}).superRefine(({ anonymous, donor }, context) => {
  if (!anonymous && (donor ?? '').length < 2) context.addIssue({ code: 'too_small', origin: 'string', minimum: donor ? 2 : 1, inclusive: true, input: donor, path: ['donor'] });
});

/** Money from the county's budget, or from the bank; `note` names its document. */
export const INCOME = z.object({ key, amount: TYPED_YUAN, day, note: reason });

export const REVERSAL = z.object({ id, reason });

export const CAMPAIGN = z.object({
  name: z.string().trim().min(2).max(60),
  nameEn: z.string().trim().min(2).max(80),
  fromDay: day,
  toDay: day,
}).refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ['toDay'], message: 'before-first-day' });
