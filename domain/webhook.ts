/** What the county's own messenger is told. No personal data: months, posts, counts. */
export const WEBHOOK_EVENTS = ['month.issued', 'filing.reminder', 'month.closed', 'exception.granted', 'exception.ended', 'checklist.returned', 'checklist.challenged'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Seconds until the next attempt, after each failed one; about two days in all, then it is given up. */
const WAITS = [10, 30, 120, 600, 3_600, 10_800, 21_600, 43_200, 86_400] as const;

/** How long to wait after so many failed attempts; null when it is given up. */
export const waitAfter = (attempts: number): number | null => WAITS[attempts - 1] ?? null;
