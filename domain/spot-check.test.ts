import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILING_DAYS } from './deadline';
import { answerTime, drawSample, SPOT_CHECK, SPOT_DRAW } from './spot-check';

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

describe('the time to answer a challenge', () => {
  const at = (now: string, extendedTo: string | null = null) => {
    const { until, reopens } = answerTime('2018-02', { ...FILING_DAYS, extendedTo: extendedTo === null ? null : new Date(extendedTo) }, new Date(now));
    return [until.toISOString(), reopens];
  };

  it('is the rest of the day and five more, in the county, whenever the month locks', () => {
    expect(at('2018-03-20T15:59:59.999Z')).toEqual(['2018-03-25T16:00:00.000Z', true]);
    expect(at('2018-03-20T16:00:00.000Z')).toEqual(['2018-03-26T16:00:00.000Z', true]);
    expect(at('2018-03-10T15:59:00.000Z')).toEqual(['2018-03-15T16:00:00.000Z', true]);
  });

  it('opens nothing where the month, or an exception, is open as long', () => {
    expect(at('2018-03-05T04:00:00.000Z')).toEqual(['2018-03-10T16:00:00.000Z', false]);
    expect(at('2018-03-06T04:00:00.000Z')).toEqual(['2018-03-11T16:00:00.000Z', true]);
    expect(at('2018-03-20T04:00:00.000Z', '2018-03-31T16:00:00.000Z')).toEqual(['2018-03-31T16:00:00.000Z', false]);
  });
});
