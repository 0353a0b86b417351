import 'server-only';
import { fenced } from '@/db/fence';
import type { Params } from '@/domain/filter';
import { type HouseholdSearch, parseHouseholdSearch } from '@/domain/household-search';
import type { Viewer } from '@/domain/viewer';
import { readPageHead } from '@/features/accounts/queries/page-head';
import { choosablePlaces } from '@/features/divisions/queries/places';
import { type PageFilter, pageFilter } from '@/server/filter';
import { type HouseholdList, listHouseholds } from './list-households';

export interface HouseholdPage {
  page: PageFilter;
  search: HouseholdSearch;
  problems: readonly string[];
  list: HouseholdList;
}

/** The household list as its address asks for it. The busiest page: what its frame and its filter will ask for is read on the way, in the same transaction. */
export async function householdPage(viewer: Viewer, params: Params): Promise<HouseholdPage> {
  return fenced(viewer, async () => {
    const page = await pageFilter(viewer, params);
    const { search, problems } = parseHouseholdSearch(params);
    const list = await listHouseholds(viewer, page.area, page.filter.month, search);
    await choosablePlaces(viewer, page.filter.division);
    await readPageHead(viewer);
    return { page, search, problems, list };
  });
}
