import type { Metadata } from 'next';
import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { checklistSearch } from '@/domain/checklist-search';
import { filterQuery } from '@/domain/filter';
import { formatMonth, formatNumber } from '@/domain/format';
import { WorkPage } from '@/features/accounts/components/work-page';
import { KindSelect } from '@/features/checklists/components/kind-select';
import { QueueTable } from '@/features/checklists/components/queue-table';
import { reviewQueue } from '@/features/checklists/queries/review-queue';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).checklists.review.title };
}

export default async function Page({ searchParams }: PageProps<'/checklists/review'>) {
  const viewer = await currentViewer();
  allow(viewer, 'checklists.review');
  const params = await searchParams;
  const filed = await pageFilter(viewer, params);
  const { filter, area } = filed;
  const { kind, page } = checklistSearch(params);
  const queue = await reviewQueue(viewer, area, filter.month, kind);
  const locale = await currentLocale();
  const { title, review } = messages(locale).checklists;
  const summary = review.summary(formatMonth(locale, filter.month), formatNumber(locale, queue.length));
  return (
    <WorkPage viewer={viewer} current="/checklists/review">
      <PageHeader title={review.title} locale={locale} crumbs={[{ href: `/checklists${filterQuery(filter)}`, label: title }]} summary={summary} />
      {!viewer.roles.includes('office') && <Notice title={review.readOnly} />}
      <PlaceFilter viewer={viewer} action="/checklists/review" page={filed} reset={kind !== null || filter.division !== null || filter.zone !== null}>
        <KindSelect kind={kind} locale={locale} />
      </PlaceFilter>
      <QueueTable queue={queue} page={page} filter={filter} kind={kind} locale={locale} />
    </WorkPage>
  );
}
