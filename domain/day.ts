const DAY_MS = 86_400_000;
/** Hours that Asia/Shanghai is ahead of UTC; it has known no summer time since 1991. */
export const SHANGHAI_HOURS = 8;

/** The day of an instant in Asia/Shanghai, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => new Date(at.getTime() + SHANGHAI_HOURS * 3_600_000).toISOString().slice(0, 10);

/** `YYYY-MM-DD` of a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day `days` after `day`, both `YYYY-MM-DD`. */
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
