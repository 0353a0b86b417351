import { expect, test } from 'vitest';
import { linePath } from './line-path';

test('runs through its points, and leaves a gap for an absent one', () => {
  expect(linePath([{ x: 0, y: 22 }, { x: 48.04, y: 12 }, null, { x: 96, y: 2 }])).toBe('M0 22L48 12M96 2');
  expect(linePath([])).toBe('');
});
