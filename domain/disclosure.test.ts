import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_PUBLISHED, published } from './disclosure';

describe('counts of a sensitive kind', () => {
  it.each([
    [{ illness: 20, disaster: 6, accident: 5 }, { shown: [['illness', 20], ['disaster', 6], ['accident', 5]], other: null, tooFew: false }],
    [{ illness: 20, disaster: 3, accident: 2 }, { shown: [['illness', 20]], other: 5, tooFew: false }],
    [{ illness: 20, disaster: 6, accident: 1 }, { shown: [['illness', 20]], other: 7, tooFew: false }],
    [{ illness: 20, accident: 1 }, { shown: [], other: 21, tooFew: false }],
    [{ illness: 2, disaster: 1 }, { shown: [], other: null, tooFew: true }],
    [{}, { shown: [], other: null, tooFew: false }],
  ])('%j', (counts, expected) => {
    const { shown, ...rest } = published(counts);
    expect({ shown: shown.map(({ kind, count }) => [kind, count]), ...rest }).toEqual(expected);
  });

  it('never shows a small one, nor lets one be reckoned from the total', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(12)), (counts) => {
      const { shown, other, tooFew } = published(counts);
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const told = shown.reduce((sum, { count }) => sum + count, 0);
      for (const { count } of shown) expect(count).toBeGreaterThanOrEqual(LEAST_PUBLISHED);
      if (tooFew) expect([told, total < LEAST_PUBLISHED]).toEqual([0, true]);
      else {
        expect(told + (other ?? 0)).toBe(total);
        expect(total - told === 0 || total - told >= LEAST_PUBLISHED).toBe(true);
      }
    }));
  });
});
