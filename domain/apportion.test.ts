import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from './apportion';

test('parts are whole, not under the least, and add up', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 60 }), fc.nat(100_000), fc.integer({ min: 0, max: 5 }), (weights, more, least) => {
    const total = least * weights.length + more;
    const parts = apportion(total, weights, least);
    expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
    expect(parts.every((part) => Number.isInteger(part) && part >= least)).toBe(true);
  }));
});
