const DAY = 86_400_000;

const cache = new Map<number, string>();

/** The day `days` after (before when negative), as `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const at = Date.parse(day) + days * DAY;
  let text = cache.get(at);
  if (text === undefined) cache.set(at, (text = new Date(at).toISOString().slice(0, 10)));
  return text;
}

export const daysBetween = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / DAY;

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

/** An instant on a day in Asia/Shanghai, minutes after midnight. */
export function instant(day: string, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000);
}
