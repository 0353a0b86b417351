import { isCode } from './area';
import { type Month, parseMonth } from './month';

/** `true`: with every correction since. `known`: as a closed month stood when it was closed. */
export type ReadingKind = 'true' | 'known';

/** What a page shows: one value, parsed once from the URL and turned back into links. Null = not narrowed. */
export interface Filter {
  readonly month: Month;
  readonly division: string | null;
  readonly zone: number | null;
  readonly line: string | null;
  readonly reading: ReadingKind;
}

export type FilterField = 'month' | 'division' | 'zone' | 'line' | 'asOf';
/** What was wrong with a parameter; its default stands instead. The sentence is messages errors.fields[code]. */
export interface FilterProblem {
  readonly field: FilterField;
  readonly code: 'malformed' | 'unknown' | 'out-of-range';
}

export type Params = Readonly<Record<string, string | readonly string[] | undefined>>;
export interface Months {
  readonly earliest: Month;
  readonly latest: Month;
  readonly defaultMonth: Month;
}

const ZONE = /^[1-9]\d?$/;
const LINE = /^[a-z][a-z-]{0,40}$/;

/** Reads the five parameters by their form. Whether a division, zone or line exists is server/filter.ts's question. */
export function parseFilter(params: Params, months: Months): { filter: Filter; problems: FilterProblem[] } {
  const problems: FilterProblem[] = [];
  const problem = (field: FilterField, code: FilterProblem['code']) => void problems.push({ field, code });

  const read = <Value>(field: FilterField, parse: (text: string) => Value | null): Value | null => {
    const given = params[field];
    if (given === undefined || given === '') return null;
    const value = typeof given === 'string' ? parse(given) : null;
    if (value === null) problem(field, 'malformed');
    return value;
  };

  const asked = read('month', parseMonth);
  const outside = asked !== null && (asked < months.earliest || asked > months.latest);
  if (outside) problem('month', 'out-of-range');
  const division = read('division', (text) => (isCode(text) ? text : null));
  const zone = read('zone', (text) => (ZONE.test(text) ? Number(text) : null));
  const filter: Filter = {
    month: asked === null || outside ? months.defaultMonth : asked,
    division,
    zone: division === null ? zone : null,
    line: read('line', (text) => (LINE.test(text) ? text : null)),
    reading: read('asOf', (text) => (text === 'known' || text === 'true' ? text : null)) ?? 'true',
  };
  return { filter, problems };
}

/**
 * The filter as a query string with its question mark, changed where asked: for links that keep everything else.
 * Choosing a division drops the zone and the other way round. Further parameters of a page come last; null leaves one out.
 */
export function filterQuery(filter: Filter, changed: Partial<Filter> = {}, more: Readonly<Record<string, string | number | null>> = {}): string {
  const next = { ...filter, ...changed };
  if (changed.division) next.zone = null;
  if (changed.zone) next.division = null;
  const query = new URLSearchParams({ month: next.month });
  if (next.division !== null) query.set('division', next.division);
  if (next.zone !== null) query.set('zone', String(next.zone));
  if (next.line !== null) query.set('line', next.line);
  if (next.reading === 'known') query.set('asOf', 'known');
  for (const [name, value] of Object.entries(more)) if (value !== null) query.set(name, String(value));
  return `?${query}`;
}
