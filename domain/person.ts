import { z } from 'zod';

export const GENDERS = ['male', 'female'] as const;

const BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}·.'’ -]*$/u;

/** A name as it is kept: half-width, without the blanks that some put into a name of two characters. */
export const personName = (text: string): string => text.normalize('NFKC').trim().replace(BETWEEN_HAN, '').replace(/\s+/g, ' ');

/** A person's name as it was typed; what is a number or a sign-in name is none. */
export const PERSON_NAME = z.string().max(64).transform(personName)
  .pipe(z.string().min(2).max(32).refine((name) => NAME.test(name), 'person-name'));

/** A telephone, mobile or not; an empty field is none. */
export const PHONE = z.string().max(32).default('').transform((text) => text.normalize('NFKC').replace(/[\s-]/g, '') || null)
  .refine((phone) => phone === null || /^(1\d{10}|0\d{9,11})$/.test(phone), 'phone');
