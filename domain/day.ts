/** A real calendar day 'YYYY-MM-DD' from an address, within two days, both included; else null. */
export function dayWithin(text: unknown, first: string, last: string): string | null {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return null;
  return text >= first && text <= last ? text : null;
}
