import type { Metadata } from 'next';
import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { may } from '@/domain/access';
import { parseReliefSearch, reliefSearchParams } from '@/domain/relief-search';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { CaseTable, StateCounts } from '@/features/relief/components/case-list';
import { CaseSearch } from '@/features/relief/components/case-search';
import { ReliefTabs } from '@/features/relief/components/relief-tabs';
import { mayReadNames } from '@/features/relief/policy';
import { listCases } from '@/features/relief/queries/list-cases';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).reliefApplications.list.title };
}

export default async function Page({ searchParams }: PageProps<'/relief'>) {
  const viewer = await currentViewer();
  allow(viewer, 'relief.view');
  const params = await searchParams;
  const page = await pageFilter(viewer, params);
  const search = parseReliefSearch(params);
  const list = await listCases(viewer, page.area, search);
  const locale = await currentLocale();
  const { list: t } = messages(locale).reliefApplications;
  const applies = may(viewer, 'relief.apply');
  const done = typeof params.done === 'string' && Object.hasOwn(t.done, params.done) ? t.done[params.done] : undefined;
  const narrowed = Object.keys(reliefSearchParams(search)).length > 0 || page.filter.division !== null || page.filter.zone !== null;
  return (
    <WorkPage viewer={viewer} current="/relief">
      <PageHeader title={t.title} locale={locale} summary={t.summary} actions={applies && <LinkButton href="/relief/new" tone="primary">{t.new}</LinkButton>} />
      <ReliefTabs locale={locale} filter={page.filter} current="list" />
      {done && <Notice tone="done" title={done} />}
      <PlaceFilter viewer={viewer} action="/relief" page={page} fields={['division', 'zone']} reset={narrowed}>
        <CaseSearch locale={locale} search={search} names={mayReadNames(viewer)} />
      </PlaceFilter>
      <StateCounts locale={locale} list={list} search={search} filter={page.filter} />
      <CaseTable locale={locale} list={list} search={search} filter={page.filter} applies={applies} changesCards={may(viewer, 'relief.change-card')} />
    </WorkPage>
  );
}
