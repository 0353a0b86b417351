import { describe, expect, test } from 'vitest';
import { Dice } from './dice';

describe('dice', () => {
  const dice = new Dice('test');

  test('the same name and keys throw the same, in any order and in a fresh copy', () => {
    const keys = Array.from({ length: 50 }, (_, at) => at);
    const forth = keys.map((key) => dice.share(key, 7));
    expect(keys.toReversed().map((key) => new Dice('test').share(key, 7)).toReversed()).toEqual(forth);
    expect(new Set([...forth, ...keys.map((key) => new Dice('other').share(key, 7)), ...keys.map((key) => dice.share(7, key))]).size).toBe(149);
  });

  test('throws are spread evenly, also over neighbouring keys', () => {
    const counts = new Array<number>(10).fill(0);
    for (let key = 0; key < 20_000; key++) counts[dice.between(0, 9, key)]!++;
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  test('weights are kept', () => {
    let rare = 0;
    for (let key = 0; key < 20_000; key++) if (dice.weighted({ rare: 1, common: 9 }, key) === 'rare') rare++;
    expect(rare / 20_000).toBeCloseTo(0.1, 1);
  });

  test('a day lies between its ends', () => {
    for (let key = 0; key < 500; key++) {
      const day = dice.day('2016-02-27', '2016-03-02', key);
      expect(day >= '2016-02-27' && day <= '2016-03-02').toBe(true);
    }
  });
});
