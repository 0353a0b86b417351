import { z } from 'zod';
import { isCode } from './area';
import { ID_NUMBER } from './id-number';
import { PERSON_NAME, PHONE } from './person';
import { isReceiptCode, receiptCode } from './receipt';
import { RELIEF_CAUSES } from './relief';

/** Characters that no keyboard makes; the database refuses some of them. Line ends and tabs stay. */
const CONTROLS = /[^\P{Cc}\n\t]|\p{Surrogate}/gu;

const text = (least: number, most: number) =>
  z.string().max(most * 4).transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim()).pipe(z.string().min(least).max(most));
const blank = (typed: unknown) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed);

const id = z.coerce.number().int().positive().max(2_147_483_647);
const VILLAGE = z.string().refine((code) => isCode(code) && code.length === 12, 'choice');

/** An application that a household sends in itself. `key`: the form's own, so that pressing twice is sending once. */
export const APPLICATION = z.object({
  key: z.uuid(),
  village: VILLAGE,
  name: PERSON_NAME,
  idNumber: ID_NUMBER,
  phone: PHONE.refine((phone) => phone !== null, 'required'),
  cause: z.enum(RELIEF_CAUSES),
  text: text(10, 500),
});

/** What somebody objects to a notice; with or without a name. */
export const OBJECTION = z.object({
  notice: id,
  text: text(10, 500),
  name: z.preprocess(blank, PERSON_NAME.optional()),
  phone: PHONE,
});

export const RECEIPT = z.object({ code: z.string().max(60).transform(receiptCode).refine(isReceiptCode, 'receipt') });

const line = (most: number) => z.string().default('').transform((typed) => typed.replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim()).pipe(z.string().max(most)).transform((typed) => typed || null);

/** What the public pages say of the office and the fund's account; `was…`: what the form showed. Empty: not set. */
export const OFFICE = z.object({ contact: line(200), account: line(300), wasContact: line(400), wasAccount: line(600) });

/** An application taken back with its receipt code. `version`: as the reader saw it. */
export const WITHDRAWAL = RECEIPT.extend({ version: id, reason: text(2, 200) });
