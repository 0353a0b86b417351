import { expect, test } from 'vitest';
import { colourSteps } from './steps';

test('five steps of equal numbers, with the ranges that occur', () => {
  const { ranges, stepOf } = colourSteps([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(ranges).toEqual([
    { step: 1, from: 1, to: 2 },
    { step: 2, from: 3, to: 4 },
    { step: 3, from: 5, to: 6 },
    { step: 4, from: 7, to: 8 },
    { step: 5, from: 9, to: 10 },
  ]);
  expect(stepOf(6)).toBe(3);
});
test('equal values share a step, however many they are', () => {
  const { ranges, stepOf } = colourSteps([0, 0, 0, 0, 0, 0, 0, 0, 3, 9]);
  expect(stepOf(0)).toBe(1);
  expect(ranges.at(-1)).toMatchObject({ step: 5, to: 9 });
});
test('two values stand at the ends, one in the middle, none nowhere', () => {
  expect(colourSteps([1, 2]).ranges.map(({ step }) => step)).toEqual([1, 5]);
  expect(colourSteps([7]).ranges).toEqual([{ step: 3, from: 7, to: 7 }]);
  expect(colourSteps([null]).ranges).toEqual([]);
  expect(colourSteps([1, null]).stepOf(null)).toBeNull();
});
