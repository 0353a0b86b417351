import type { Metadata } from 'next';
import { EmptyState } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { filterQuery } from '@/domain/filter';
import { formatMonth } from '@/domain/format';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { DrawForm } from '@/features/spot-checks/components/draw-form';
import { SampleTable } from '@/features/spot-checks/components/sample-table';
import { mayDraw, squadOf } from '@/features/spot-checks/policy';
import { readSamples } from '@/features/spot-checks/queries/samples';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).spotChecks.title };
}

export default async function Page({ searchParams }: PageProps<'/checklists/spot-checks'>) {
  const viewer = await currentViewer();
  allow(viewer, 'spots.view');
  const filed = await pageFilter(viewer, await searchParams);
  const { filter, area } = filed;
  const samples = await readSamples(viewer, area, filter.month);
  const locale = await currentLocale();
  const { checklists, spotChecks: texts } = messages(locale);
  const draws = mayDraw(viewer) && !samples.some(({ postId }) => postId === squadOf(viewer)?.postId);
  return (
    <WorkPage viewer={viewer} current="/checklists">
      <PageHeader title={texts.title} locale={locale} crumbs={[{ href: `/checklists${filterQuery(filter)}`, label: checklists.title }]} summary={texts.summary(formatMonth(locale, filter.month))} />
      <PlaceFilter viewer={viewer} action="/checklists/spot-checks" page={filed} fields={['month', 'division', 'zone']} />
      {draws && (
        <Section title={texts.drawTitle}>
          <DrawForm key={filter.month} month={filter.month} texts={texts.drawForm} />
        </Section>
      )}
      {samples.length === 0 && !draws && <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>}
      {samples.map((sample) => (
        <SampleTable key={sample.id} sample={sample} locale={locale} />
      ))}
    </WorkPage>
  );
}
