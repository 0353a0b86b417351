import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitTarget } from './letter-split';

const shares = fc.array(fc.record({ weight: fc.nat(5_000), locked: fc.option(fc.nat(300)) }), { minLength: 1, maxLength: 60 });

it('keeps what is locked and gives the rest by weight, exactly', () => {
  fc.assert(fc.property(shares, fc.nat(50_000), (given, target) => {
    const { values, remainder } = splitTarget(target, given.map((share, at) => ({ unit: String(at), ...share })));
    given.forEach(({ locked }, at) => locked !== null && expect(values[at]).toBe(locked));
    expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
    expect(values.reduce((a, b) => a + b, 0) + remainder).toBe(target);
    const locked = given.reduce((sum, share) => sum + (share.locked ?? 0), 0);
    const open = given.some((share) => share.locked === null && share.weight > 0);
    if (open && locked <= target) expect(remainder).toBe(0);
  }));
});

it('gives more to whoever needs more, and nothing to whoever needs nothing', () => {
  const { values } = splitTarget(10, [{ unit: 'a', weight: 3, locked: null }, { unit: 'b', weight: 1, locked: null }, { unit: 'c', weight: 0, locked: null }]);
  expect(values).toEqual([8, 2, 0]);
});
