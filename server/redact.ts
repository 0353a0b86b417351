import 'server-only';

type Row = Readonly<Record<string, unknown>>;

/** Columns whose full value never lands in the audit trail; tails and masks may. */
const SEALED = /^(phone|card|idNumber|idHash|content|password|passwordHash|secret|token)$/;

/** A row without what is sealed: bytes and named columns are replaced by a mark that still shows whether they were there. */
export function redact(row: Row): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cover(key, value)]));
}

function cover(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (SEALED.test(key) || value instanceof Uint8Array) return '***';
  if (Array.isArray(value)) return value.map((item) => cover('', item));
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? redact(value as Row) : value;
}

/** Only what differs, on both sides, redacted: old → new. Without a row before, all of the new one. */
export function changes(before: Row | null, after: Row): { before: Record<string, unknown> | null; after: Record<string, unknown> } {
  const now = redact(after);
  if (!before) return { before: null, after: now };
  const was = redact(before);
  const raw = (row: Row, key: string) => JSON.stringify(row[key] ?? null);
  const keys = Object.keys(now).filter((key) => raw(before, key) !== raw(after, key));
  const pick = (row: Record<string, unknown>) => Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
  return { before: pick(was), after: pick(now) };
}
