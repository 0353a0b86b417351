import { z } from 'zod';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** An ID number as it is kept: half-width, capital X, no blanks. */
export const idNumber = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** The last place of an ID number by GB 11643 (ISO 7064 MOD 11-2). */
export const checkDigit = (first17: string): string => CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11]!;

/** Whether a text is a citizen's ID number: 18 characters, a day of birth that exists, the check digit of GB 11643. */
export function isIdNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const born = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(born.getTime()) || born.toISOString().slice(0, 10) !== day) return false;
  return checkDigit(number) === number[17];
}

/** What a screen shows of an ID number. */
export const idMask = (number: string): string => `${number.slice(0, 4)}**********${number.slice(-4)}`;

export const ID_NUMBER = z.string().max(64).transform(idNumber).refine(isIdNumber, 'id-number');
