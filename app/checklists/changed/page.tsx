import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Pages } from '@/components/shell/pagination';
import { checklistSearch } from '@/domain/checklist-search';
import { filterQuery } from '@/domain/filter';
import { formatMonth, formatNumber } from '@/domain/format';
import { WorkPage } from '@/features/accounts/components/work-page';
import { ChangedTable } from '@/features/checklists/components/changed-table';
import { changedSinceVerified } from '@/features/checklists/queries/changed-since-verified';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).checklists.changed.title };
}

export default async function Page({ searchParams }: PageProps<'/checklists/changed'>) {
  const viewer = await currentViewer();
  allow(viewer, 'checklists.view');
  const params = await searchParams;
  const filed = await pageFilter(viewer, params);
  const { filter, area } = filed;
  const { page } = checklistSearch(params);
  const rows = await changedSinceVerified(viewer, area, filter.month);
  const locale = await currentLocale();
  const { title, changed } = messages(locale).checklists;
  const first = (page - 1) * PAGE;
  const at = (to: number) => `/checklists/changed${filterQuery(filter, {}, { page: to })}`;
  const shown = rows.slice(first, first + PAGE);
  return (
    <WorkPage viewer={viewer} current="/checklists">
      <PageHeader title={changed.title} locale={locale} crumbs={[{ href: `/checklists${filterQuery(filter)}`, label: title }]} summary={changed.summary(formatMonth(locale, filter.month), formatNumber(locale, rows.length))} />
      <PlaceFilter viewer={viewer} action="/checklists/changed" page={filed} fields={['month', 'division', 'zone']} />
      <ChangedTable rows={shown} month={filter.month} locale={locale} />
      {rows.length > PAGE && <Pages locale={locale} page={page} size={PAGE} total={rows.length} hrefOf={at} />}
    </WorkPage>
  );
}
