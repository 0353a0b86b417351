import { expect, test } from 'vitest';
import { sparkPath } from './spark';

test('runs from left to right, the lowest at the bottom', () => {
  expect(sparkPath([0, 5, 10])).toBe('M0 22L48 12L96 2');
});
test('an absent month is a gap, not a zero', () => {
  expect(sparkPath([0, null, 10])).toBe('M0 22M96 2');
});
test('a flat line and an empty one do not divide by zero', () => {
  expect(sparkPath([4, 4])).toBe('M0 22L96 22');
  expect(sparkPath([])).toBe('');
});
