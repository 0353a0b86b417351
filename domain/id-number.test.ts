import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, ID_NUMBER, idMask, idNumber, isIdNumber } from './id-number';

describe('an ID number', () => {
  it('checks as the examples of GB 11643 do', () => {
    expect(checkDigit('11010519491231002')).toBe('X');
    expect(checkDigit('44052418800101001')).toBe('4');
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('440524188001010014')).toBe(true);
  });

  it('is not one with another last place, a day that never was, or another length', () => {
    for (const number of ['110105194912310021', '440524188001010015', '11010519490231002X', '11010519491331002X', '110105491231002', '11010519491231002x', '', 'ABCDEFGHIJKLMNOPQR']) expect(isIdNumber(number)).toBe(false);
    expect(isIdNumber(`51082319990229001${checkDigit('51082319990229001')}`)).toBe(false);
    expect(isIdNumber(`51082320000229001${checkDigit('51082320000229001')}`)).toBe(true);
  });

  it('is read full-width, in small letters and with blanks', () => {
    expect(idNumber('１１０１０５ 19491231 002ｘ')).toBe('11010519491231002X');
    expect(ID_NUMBER.parse(' 11010519491231002x ')).toBe('11010519491231002X');
    expect(ID_NUMBER.safeParse('110105194912310021').success).toBe(false);
  });

  it('no slip of one digit passes', () => {
    fc.assert(fc.property(fc.stringMatching(/^519999196[0-9]0[1-9]1[0-9]\d{3}$/), fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (first17, at, step) => {
      const number = first17 + checkDigit(first17);
      expect(isIdNumber(number)).toBe(true);
      expect(isIdNumber(number.slice(0, at) + ((Number(number[at]) + step) % 10) + number.slice(at + 1))).toBe(false);
    }));
  });

  it('is shown without the day of birth', () => expect(idMask('11010519491231002X')).toBe('1101**********002X'));
});
