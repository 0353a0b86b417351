import { expect, it } from 'vitest';
import { waitAfter } from './webhook';

it('waits longer each time, for about two days, then gives up', () => {
  const waits = Array.from({ length: 9 }, (_, at) => waitAfter(at + 1));
  expect(waits.every((wait, at) => wait !== null && wait > (waits[at - 1] ?? 0))).toBe(true);
  expect(waits.reduce((sum: number, wait) => sum + (wait ?? 0), 0) / 86_400).toBeCloseTo(2, 0);
  expect(waitAfter(10)).toBeNull();
});
