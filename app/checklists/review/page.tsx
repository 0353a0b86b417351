import type { Metadata } from 'next';
import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { checklistSearch } from '@/domain/checklist-search';
import { filterQuery } from '@/domain/filter';
import { formatMonth, formatNumber } from '@/domain/format';
import { WorkPage } from '@/features/accounts/components/work-page';
import { EarlierMonths } from '@/features/checklists/components/earlier-months';
import { KindSelect } from '@/features/checklists/components/kind-select';
import { PlainForm } from '@/features/checklists/components/plain-form';
import { PlainSwitch } from '@/features/checklists/components/plain-switch';
import { QueueTable } from '@/features/checklists/components/queue-table';
import { earlierWaiting } from '@/features/checklists/queries/earlier-waiting';
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
  const { kind, page, plain } = checklistSearch(params);
  const waiting = await reviewQueue(viewer, area, filter.month, kind);
  const earlier = await earlierWaiting(viewer, area);
  const supported = waiting.filter((row) => row.plain && !row.own);
  const queue = plain ? supported : waiting;
  const locale = await currentLocale();
  const { title, review } = messages(locale).checklists;
  const summary = review.summary(formatMonth(locale, filter.month), formatNumber(locale, waiting.length));
  const decides = viewer.roles.includes('office');
  const table = <QueueTable queue={queue} page={page} filter={filter} kind={kind} plain={plain && decides} locale={locale} />;
  return (
    <WorkPage viewer={viewer} current="/checklists/review">
      <PageHeader title={review.title} locale={locale} crumbs={[{ href: `/checklists${filterQuery(filter)}`, label: title }]} summary={summary} />
      {!decides && <Notice title={review.readOnly} />}
      <PlaceFilter viewer={viewer} action="/checklists/review" page={filed} reset={kind !== null || filter.division !== null || filter.zone !== null}>
        <KindSelect kind={kind} locale={locale} />
      </PlaceFilter>
      <EarlierMonths months={earlier} filter={filter} kind={kind} locale={locale} />
      {decides && <PlainSwitch on={plain} count={supported.length} href={`/checklists/review${filterQuery(filter, {}, { kind, plain: plain ? null : 1 })}`} locale={locale} />}
      {decides && plain && supported.length > 0 ? (
        <PlainForm texts={review.plain} filers={Object.fromEntries(supported.map(({ id, filer }) => [id, filer]))}>
          {table}
        </PlainForm>
      ) : (
        table
      )}
    </WorkPage>
  );
}
