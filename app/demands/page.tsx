import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Pagination } from '@/components/shell/pagination';
import { Tabs } from '@/components/shell/tabs';
import { filterQuery } from '@/domain/filter';
import { formatDate } from '@/domain/format';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { DemandTable } from '@/features/visits/components/demand-table';
import { DEMAND_LISTS, isDemandList, listDemands } from '@/features/visits/queries/list-demands';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

const LAST_PAGE = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).visits.demands.title };
}

export default async function Page({ searchParams }: PageProps<'/demands'>) {
  const viewer = await currentViewer();
  allow(viewer, 'demands.view');
  const params = await searchParams;
  const filtered = await pageFilter(viewer, { division: params.division, zone: params.zone });
  const list = typeof params.list === 'string' && isDemandList(params.list) ? params.list : 'open';
  const page = rowId(params.page, LAST_PAGE) ?? 1;
  const { rows, more } = await listDemands(viewer, { area: filtered.area, list, page });
  const locale = await currentLocale();
  const { demands: t } = messages(locale).visits;
  const here = (to: string, no = 1) => `/demands${filterQuery(filtered.filter, {}, { list: to, page: no > 1 ? no : null })}`;
  return (
    <WorkPage viewer={viewer} current="/demands">
      <PageHeader title={t.title} locale={locale} summary={t.summary(formatDate(locale, filtered.today))} />
      <PlaceFilter viewer={viewer} action="/demands" page={filtered} fields={['division', 'zone']} keep={{ list }} reset={filtered.filter.division !== null || filtered.filter.zone !== null} />
      <Tabs label={t.title} locale={locale} tabs={DEMAND_LISTS.map((each) => ({ href: here(each), label: t.lists[each], current: each === list }))} />
      <DemandTable viewer={viewer} locale={locale} today={filtered.today} rows={rows} empty={t.none[list]} />
      <Pagination locale={locale} previous={page > 1 ? here(list, page - 1) : null} next={more && page < LAST_PAGE ? here(list, page + 1) : null} />
    </WorkPage>
  );
}
