import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample, SPOT_CHECK, SPOT_DRAW } from './spot-check';

const population = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('a sample', () => {
  it('is drawn again from its seed, in whatever order the population is listed', () => {
    const drawn = drawSample('b1946ac9', population(200), 12);
    expect(drawSample('b1946ac9', population(200).reverse(), 12)).toEqual(drawn);
    expect(drawSample('b1946aca', population(200), 12)).not.toEqual(drawn);
  });

  it('has no one twice, nobody from outside, and as many as there are at most', () => fc.assert(fc.property(
    fc.string(), fc.uniqueArray(fc.integer({ min: 1, max: 100_000 })), fc.integer({ min: 1, max: 50 }),
    (seed, ids, size) => {
      const drawn = drawSample(seed, ids, size);
      expect(drawn).toHaveLength(Math.min(size, ids.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((id) => ids.includes(id))).toBe(true);
    },
  )));

  it('favours nobody: over many seeds each is drawn about as often', () => {
    const times = new Map<number, number>();
    for (let seed = 0; seed < 4_000; seed++) for (const id of drawSample(`seed ${seed}`, population(40), 4)) times.set(id, (times.get(id) ?? 0) + 1);
    // 400 expected of each; five standard deviations are 95.
    for (const id of population(40)) expect(Math.abs((times.get(id) ?? 0) - 400)).toBeLessThan(95);
  });
});

describe('what is typed', () => {
  it('needs a month and a size', () => {
    expect(SPOT_DRAW.safeParse({ month: '2018-13', size: '5' }).success).toBe(false);
    expect(SPOT_DRAW.safeParse({ month: '2018-01', size: '0' }).success).toBe(false);
    expect(SPOT_DRAW.safeParse({ month: '2018-01', size: '51' }).success).toBe(false);
    expect(SPOT_DRAW.parse({ month: '2018-01', size: '5' })).toEqual({ month: '2018-01', size: 5 });
  });

  it('says what is wrong when it challenges, and need not when it confirms', () => {
    const check = { id: 1, version: 3 };
    expect(SPOT_CHECK.safeParse({ ...check, result: 'challenged', note: '不实' }).error?.issues[0]?.path).toEqual(['note']);
    expect(SPOT_CHECK.safeParse({ ...check, result: 'challenged', note: '走访记录与农户说法不符' }).success).toBe(true);
    expect(SPOT_CHECK.safeParse({ ...check, result: 'confirmed' }).success).toBe(true);
  });
});
