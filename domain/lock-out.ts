/** Five failures within fifteen minutes lock a sign-in name for thirty (docs/decisions/07-access.md). Milliseconds since the epoch. */
export const LOCK_OUT = { failures: 5, within: 15 * 60_000, lasts: 30 * 60_000 } as const;

/** How far back failures matter: the oldest of five may lie this long before the end of the lock it began. */
export const REMEMBERED = LOCK_OUT.within + LOCK_OUT.lasts;

/** Until when the name is locked, or null when it is not. The end is exclusive: at that instant it is open again. */
export function lockedUntil(failures: readonly number[], now: number): number | null {
  const sorted = [...failures].sort((a, b) => a - b);
  let until: number | null = null;
  sorted.forEach((last, at) => {
    const first = sorted[at - LOCK_OUT.failures + 1];
    if (first !== undefined && last - first < LOCK_OUT.within) until = last + LOCK_OUT.lasts;
  });
  return until !== null && until > now ? until : null;
}
