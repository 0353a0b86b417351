/** A card number as it was typed, in digits alone. */
export const cardDigits = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');

/** Whether digits are a bank card: 16 to 19 of them (UnionPay has 19), with the check digit of ISO/IEC 7812 (Luhn). */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{16,19}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** What a screen shows of a card. */
export const cardTail = (digits: string): string => digits.slice(-4);
