import type { Filter, Params } from './filter';
import { LETTER_KINDS, type LetterKind } from './letter';
import { measuredMonth } from './letter-pace';
import { FIRST_MONTH, type Month } from './month';
import { rowId } from './row-id';

export interface LetterSearch {
  readonly year: number;
  /** The month whose end progress is measured at. */
  readonly month: Month;
  readonly kind: LetterKind;
  /** The county target whose decomposition is unfolded. */
  readonly open: number | null;
  readonly page: number;
}

const FIRST_YEAR = Number(FIRST_MONTH.slice(0, 4));
/** Pages a list may have: beyond it nothing is looked for. */
const PAGES = 200;

/** The years that can be chosen, latest first: from the first of the books to the next one, which is being prepared. */
export function letterYears(running: Month): number[] {
  const next = Number(running.slice(0, 4)) + 1;
  return Array.from({ length: next - FIRST_YEAR + 1 }, (_, at) => next - at);
}

/** The letters pages' own parameters. What is malformed counts as absent. `running`: the first month that is not locked. `today`: the county's day. */
export function letterSearch(params: Params, { running, today }: { readonly running: Month; readonly today: string }): LetterSearch {
  const asked = rowId(params.year);
  const year = asked !== null && letterYears(running).includes(asked) ? asked : Number(running.slice(0, 4));
  return {
    year,
    month: measuredMonth(year, today),
    kind: LETTER_KINDS.find((kind) => kind === params.kind) ?? 'township',
    open: rowId(params.open),
    page: rowId(params.page, PAGES) ?? 1,
  };
}

/** The letters page's address as a query string, for links that keep the filter; what is given in `more` changes it. */
export function letterQuery(
  { year }: Pick<LetterSearch, 'year'>,
  { division, zone, line }: Pick<Filter, 'division' | 'zone' | 'line'>,
  more: Readonly<Partial<Record<'kind' | 'open' | 'page', string | number>>> = {},
): string {
  const query = new URLSearchParams({ year: String(year) });
  for (const [name, value] of Object.entries({ division, zone, line, ...more })) if (value !== null && value !== undefined) query.set(name, String(value));
  return `?${query}`;
}
