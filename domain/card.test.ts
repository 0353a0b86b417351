import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardDigits, cardTail, isCardNumber } from './card';

/** What makes digits a card: the last one. */
const withCheck = (first: string) => [...'0123456789'].map((last) => first + last).find(isCardNumber);
const first = fc.stringMatching(/^62\d{13,16}$/);

describe('a card number', () => {
  it('is one of 16 to 19 digits whose last checks', () => {
    for (const card of ['4539578763621486', '6222020000000000018', '62220200000000009']) {
      const right = withCheck(card.slice(0, -1))!;
      expect(isCardNumber(right)).toBe(true);
    }
    expect(isCardNumber('4111111111111111')).toBe(true);
    expect(isCardNumber('4111111111111112')).toBe(false);
  });

  it('is neither shorter nor longer, nor one digit over and over, nor letters', () => {
    for (const card of ['', '411111111111116', '62220200000000000000', '0000000000000000', '8888888888888888', '411111111111111X', '-411111111111111'])
      expect(isCardNumber(card)).toBe(false);
  });

  it('has exactly one last digit, and no slip of one digit or of two neighbours passes', () => {
    fc.assert(fc.property(first, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, where, step) => {
      const card = withCheck(digits)!;
      expect([...'0123456789'].filter((last) => isCardNumber(digits + last))).toHaveLength(1);
      const at = where % card.length;
      expect(isCardNumber(card.slice(0, at) + ((Number(card[at]) + step) % 10) + card.slice(at + 1))).toBe(false);
      const [one, two] = [card[at], card[at + 1]];
      // 09 and 90 are the one pair that Luhn does not tell apart.
      if (two !== undefined && one !== two && `${one}${two}` !== '09' && `${one}${two}` !== '90') expect(isCardNumber(card.slice(0, at) + two + one + card.slice(at + 2))).toBe(false);
    }));
  });

  it('is read full-width, with blanks and hyphens', () => {
    expect(cardDigits(' ４１１１ 1111-1111　１１１１ ')).toBe('4111111111111111');
    expect(cardDigits('6222 0200 0000 0000 018')).toBe('6222020000000000018');
    expect(isCardNumber(cardDigits('４１１１１１１１１１１１１１１１'))).toBe(true);
  });

  it('is shown by its last four', () => expect(cardTail('6222020000000000018')).toBe('0018'));
});
