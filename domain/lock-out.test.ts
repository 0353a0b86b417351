import { describe, expect, it } from 'vitest';
import { lockedUntil } from './lock-out';

const MINUTE = 60_000;
const at = (...minutes: number[]) => minutes.map((minute) => minute * MINUTE);

describe('the lock-out', () => {
  it('needs five failures', () => {
    expect(lockedUntil([], 0)).toBeNull();
    expect(lockedUntil(at(0, 1, 2, 3), 4 * MINUTE)).toBeNull();
    expect(lockedUntil(at(0, 1, 2, 3, 4), 4 * MINUTE)).toBe(34 * MINUTE);
  });

  it('lasts thirty minutes from the fifth, to the instant', () => {
    expect(lockedUntil(at(0, 1, 2, 3, 4), 34 * MINUTE - 1)).toBe(34 * MINUTE);
    expect(lockedUntil(at(0, 1, 2, 3, 4), 34 * MINUTE)).toBeNull();
  });

  it('counts only what falls within fifteen minutes', () => {
    expect(lockedUntil(at(0, 4, 8, 12, 15), 16 * MINUTE)).toBeNull();
    expect(lockedUntil(at(0, 4, 8, 12, 14.99), 16 * MINUTE)).not.toBeNull();
    expect(lockedUntil(at(0, 5, 10, 15, 20, 25, 30), 30 * MINUTE)).toBeNull();
  });

  it('does not care for the order in which failures are read', () => {
    expect(lockedUntil(at(4, 0, 3, 1, 2), 5 * MINUTE)).toBe(34 * MINUTE);
  });
});
