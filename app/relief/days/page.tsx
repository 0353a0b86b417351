import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/link-button';
import { filterQuery } from '@/domain/filter';
import { parseDaysSearch } from '@/domain/relief-search';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { ReliefTabs } from '@/features/relief/components/relief-tabs';
import { DaysCharts, DaysRows, DaysTable } from '@/features/relief/components/step-days';
import { stepMonths, stepRows } from '@/features/relief/queries/step-days';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).reliefApplications.days.title };
}

export default async function Page({ searchParams }: PageProps<'/relief/days'>) {
  const viewer = await currentViewer();
  allow(viewer, 'relief.view');
  const params = await searchParams;
  const page = await pageFilter(viewer, params);
  const { area, filter, today } = page;
  const search = parseDaysSearch(params);
  const locale = await currentLocale();
  const { days: t } = messages(locale).reliefApplications;
  const shown = { locale, filter, found: await stepMonths(viewer, area, today) };
  return (
    <WorkPage viewer={viewer} current="/relief">
      <PageHeader title={t.title} locale={locale} summary={t.summary} crumbs={[{ href: '/relief', label: messages(locale).reliefApplications.list.title }]} />
      <ReliefTabs locale={locale} filter={filter} current="days" />
      <PlaceFilter viewer={viewer} action="/relief/days" page={page} fields={['division', 'zone']} reset={filter.division !== null || filter.zone !== null} />
      <DaysCharts {...shown} />
      {search && <DaysRows locale={locale} filter={filter} search={search} found={await stepRows(viewer, area, search)} />}
      <DaysTable {...shown} />
      <p className="mt-4"><TextLink href={`/relief${filterQuery(filter, {}, { late: 'yes' })}`} label={t.open}>{t.open}</TextLink></p>
    </WorkPage>
  );
}
