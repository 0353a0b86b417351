import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskedName } from './mask';

it('keeps the first of two characters, the first and last of more', () => {
  expect(maskedName('王强')).toBe('王*');
  expect(maskedName('王小强')).toBe('王*强');
  expect(maskedName('欧阳小强')).toBe('欧**强');
  expect(maskedName('王')).toBe('*');
  expect(maskedName('')).toBe('*');
  expect(maskedName('𠮷田')).toBe('𠮷*');
});

it('never holds the whole name, and is as long', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((name) => !name.includes('*')), (name) => {
    expect(maskedName(name)).not.toContain(name);
    expect([...maskedName(name)]).toHaveLength([...name].length);
  }));
});
