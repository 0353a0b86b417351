import { isDay } from './day';
import type { Params } from './filter';
import { rowId } from './row-id';

/** What the audit trail is narrowed by; null leaves open. Days are the county's (Asia/Shanghai), `to` included. */
export interface AuditSearch {
  readonly actor: string | null;
  readonly command: string | null;
  readonly kind: string | null;
  readonly subject: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Rows older than this one. */
  readonly before: number | null;
}

export type AuditField = Exclude<keyof AuditSearch, 'before'>;

const WORD = /^[a-z][a-z-]{0,40}$/;
const FORMS: Record<AuditField, (text: string) => boolean> = {
  actor: (text) => text.length <= 64 && !/[\u0000-\u001f]/.test(text),
  command: (text) => /^[a-z][a-z-]{0,40}\.[a-z][a-z-]{0,40}$/.test(text),
  kind: (text) => WORD.test(text),
  subject: (text) => /^[\w.:-]{1,64}$/.test(text),
  from: isDay,
  to: isDay,
};

/** Reads the parameters; what is malformed is left open and named. */
export function parseAuditSearch(params: Params): { search: AuditSearch; problems: AuditField[] } {
  const problems: AuditField[] = [];
  const read = (field: AuditField): string | null => {
    const given = params[field];
    const text = typeof given === 'string' ? given.trim() : given;
    if (!text) return null;
    if (typeof text === 'string' && FORMS[field](text)) return text;
    problems.push(field);
    return null;
  };
  const search = { actor: read('actor'), command: read('command'), kind: read('kind'), subject: read('subject'), from: read('from'), to: read('to'), before: rowId(params.before, Number.MAX_SAFE_INTEGER) };
  return { search, problems };
}

/** The search as a query string, for the link to older rows. */
export function auditQuery(search: AuditSearch): string {
  const entries = Object.entries(search).filter((entry): entry is [string, string | number] => entry[1] !== null);
  return `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`;
}
