import { FILER_KINDS, type FilerKind } from './checklist';
import { type FilingCut, filingCut } from './filing-cut';
import type { Params } from './filter';

/** Pages a list may have: beyond it nothing is looked for. */
const PAGES = 200;

/** What the checklist pages read from the address besides the filter; anything else is the first page of all kinds. */
export function checklistSearch(params: Params): { kind: FilerKind | null; page: number; queued: boolean; plain: boolean; by: FilingCut } {
  const page = typeof params.page === 'string' && /^\d{1,3}$/.test(params.page) ? Number(params.page) : 1;
  return {
    kind: FILER_KINDS.find((kind) => kind === params.kind) ?? null,
    page: Math.min(PAGES, Math.max(1, page)),
    queued: params.queue === '1',
    plain: params.plain === '1',
    by: filingCut(params),
  };
}
