import { CAUSES, type Cause } from './household';

export const HOUSEHOLD_STATES = ['remaining', 'exited', 'exited-year'] as const;
export type HouseholdState = (typeof HOUSEHOLD_STATES)[number];
export const HOUSEHOLD_GAPS = ['no-cadre', 'no-housing'] as const;
export type HouseholdGap = (typeof HOUSEHOLD_GAPS)[number];
export const HOUSEHOLD_SORTS = ['place', 'head'] as const;
export type HouseholdSort = (typeof HOUSEHOLD_SORTS)[number];

export const HOUSEHOLDS_PER_PAGE = 50;
/** Deeper than this nobody turns pages; narrowing is quicker for the reader and bounded for the database. */
export const LAST_HOUSEHOLD_PAGE = 40;
/** A person's name, at most; long enough for the names of the county's minorities. */
export const NAME_LENGTH = 20;

/** What is asked of the list of households, beside month and place. */
export interface HouseholdSearch {
  /** The beginning of the head's or a member's name; '' for any. */
  readonly name: string;
  /** A whole household number, 16 digits; '' for any. */
  readonly no: string;
  readonly cause: Cause | null;
  readonly state: HouseholdState | null;
  readonly visited: boolean | null;
  readonly gap: HouseholdGap | null;
  readonly sort: HouseholdSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const NUMBER = /^\d{16}$/;
const member = <T extends string>(list: readonly T[], text: string): T | null => list.find((item) => item === text) ?? null;

/** Reads the search from an address. What is unknown or malformed asks for nothing; the name of its field is told. */
export function parseHouseholdSearch(params: Params): { search: HouseholdSearch; problems: string[] } {
  const problems: string[] = [];
  const text = (name: string): string => {
    const value = params[name];
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  };
  const choice = <T extends string>(name: string, list: readonly T[]): T | null => {
    const found = member(list, text(name));
    if (found === null && text(name) !== '') problems.push(name);
    return found;
  };
  const asked = text('q');
  const digits = /^\d+$/.test(asked);
  const wrong = digits ? !NUMBER.test(asked) : asked.length > NAME_LENGTH || /[\p{Cc}\p{Cn}\p{Cs}]/u.test(asked);
  if (wrong) problems.push('q');
  const page = text('page');
  const number = page === '' ? 1 : /^[1-9]\d{0,2}$/.test(page) ? Number(page) : NaN;
  if (!(number <= LAST_HOUSEHOLD_PAGE)) problems.push('page');
  const visited = choice('visited', ['yes', 'no']);
  return {
    search: {
      name: wrong || digits ? '' : asked,
      no: wrong || !digits ? '' : asked,
      cause: choice('cause', CAUSES),
      state: choice('state', HOUSEHOLD_STATES),
      visited: visited === null ? null : visited === 'yes',
      gap: choice('gap', HOUSEHOLD_GAPS),
      sort: choice('sort', HOUSEHOLD_SORTS) ?? 'place',
      descending: choice('direction', ['asc', 'desc']) === 'desc',
      page: number <= LAST_HOUSEHOLD_PAGE ? number : 1,
    },
    problems,
  };
}

/** The search as address parameters; what asks for nothing is left out. */
export function householdSearchParams(search: HouseholdSearch): Record<string, string> {
  const all = {
    q: search.name || search.no,
    cause: search.cause ?? '',
    state: search.state ?? '',
    visited: search.visited === null ? '' : search.visited ? 'yes' : 'no',
    gap: search.gap ?? '',
    sort: search.sort === 'place' ? '' : search.sort,
    direction: search.descending ? 'desc' : '',
    page: search.page === 1 ? '' : String(search.page),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** Whether anything beside the place and the page is asked. */
export const isNarrowed = ({ name, no, cause, state, visited, gap }: HouseholdSearch): boolean =>
  name !== '' || no !== '' || cause !== null || state !== null || visited !== null || gap !== null;
