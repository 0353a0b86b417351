import { describe, expect, it } from 'vitest';
import { isStrongPassword } from './password';

describe('a password', () => {
  it.each(['Guatu-2018-demo-x', 'correct-Horse-7-battery', '山高路远Xyz-77修水渠修路', 'tR9!vb2#kLq0'])('may be %s', (password) => {
    expect(isStrongPassword(password, 'office')).toBe(true);
  });

  it.each([
    ['short', 'tR9!vb2#kLq'], ['two classes', 'correcthorsebattery7'], ['one character', 'Aa1!Aa1!Aa1!'], ['common', 'Password1234!'], ['common, doubled', 'AdminAdmin123!'],
    ['common, spelt otherwise', 'P@ssw0rd2018'], ['keyboard', 'Qwertyuiop123'], ['digits around nothing', '123456789012aA!'], ['the name in it', 'Office-2018-xyz!'], ['endless', `aA1${'x'.repeat(200)}`],
  ])('may not be %s', (_, password) => {
    expect(isStrongPassword(password, 'office')).toBe(false);
  });
});
