import { isCardNumber } from '@/domain/card';
import { checkDigit } from '@/domain/id-number';

/** An ID number of nobody (district 529998, where no county lies), with its check digit; another for each `n` below 28,000. */
export function madeIdNumber(n: number): string {
  const body = `529998${1960 + (Math.floor(n / 1_000) % 28)}0501${String(n % 1_000).padStart(3, '0')}`;
  return `${body}${checkDigit(body)}`;
}

/** A card of 19 digits with its check digit; another for each `n`. */
export function madeCard(n: number): string {
  const body = `622848${String(n).padStart(12, '0')}`;
  return [...'0123456789'].map((digit) => body + digit).find(isCardNumber) ?? '';
}
