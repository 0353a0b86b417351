import type { Area } from './area';
import type { Params } from './filter';

/** What a month's filing can be cut by. Any cut adds up to the whole. */
export const FILING_CUTS = ['place', 'zone', 'line', 'kind', 'month'] as const;
export type FilingCut = (typeof FILING_CUTS)[number];

/** The cut asked for in the address; by place where it asks for none. */
export const filingCut = (params: Params): FilingCut => FILING_CUTS.find((cut) => cut === params.by) ?? 'place';

/** Expected, filed, complete (filed, and not every answer zero), filed on time and verified: every rate is made from two of these. */
export interface FilingCounts {
  readonly expected: number;
  readonly filed: number;
  readonly complete: number;
  readonly onTime: number;
  readonly verified: number;
}

export const NO_FILINGS: FilingCounts = { expected: 0, filed: 0, complete: 0, onTime: 0, verified: 0 };

/** The level a cut by place goes down to: townships, or villages inside one township. */
export const placeLevel = (area: Area): 'township' | 'village' => (area.from.length >= 9 && (area.townships === '*' || area.townships.every((code) => code.length > 9)) ? 'village' : 'township');
