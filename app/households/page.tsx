import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { formatMonth } from '@/domain/format';
import { householdSearchParams, isNarrowed } from '@/domain/household-search';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { FindByIdForm } from '@/features/households/components/find-by-id-form';
import { HouseholdTable } from '@/features/households/components/household-table';
import { SearchFields } from '@/features/households/components/search-fields';
import { householdPage } from '@/features/households/queries/household-page';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).households.title };
}

export default async function Page({ searchParams }: PageProps<'/households'>) {
  const viewer = await currentViewer();
  allow(viewer, 'households.view');
  const { page, search, problems, list } = await householdPage(viewer, await searchParams);
  const locale = await currentLocale();
  const { households } = messages(locale);
  const { sort, direction } = householdSearchParams(search);
  return (
    <WorkPage viewer={viewer} current="/households">
      <PageHeader title={households.list} locale={locale} summary={households.summary(formatMonth(locale, page.filter.month))} />
      <PlaceFilter viewer={viewer} action="/households" page={page} keep={{ sort, direction }} reset={isNarrowed(search) || page.filter.division !== null || page.filter.zone !== null}>
        <SearchFields locale={locale} search={search} problems={problems} />
      </PlaceFilter>
      <HouseholdTable locale={locale} list={list} search={search} filter={page.filter} />
      <details className="mt-8 border-t border-line pt-3" open={list.rows.length === 0}>
        <summary className="font-medium underline decoration-line-strong underline-offset-4">{households.search.title}</summary>
        <div className="mt-3">
          <FindByIdForm texts={{ label: households.fields.idNumber, ...households.search }} />
        </div>
      </details>
    </WorkPage>
  );
}
