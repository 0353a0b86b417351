import { notFound } from 'next/navigation';
import { ReadingNote } from '@/components/shell/reading-note';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { IndicatorView } from '@/features/indicators/components/indicator-view';
import { readSort } from '@/features/indicators/components/cut-section';
import { indicatorPage } from '@/features/indicators/queries/indicator-page';
import { parseCursor } from '@/domain/cursor';
import { isIndicator } from '@/domain/indicators';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata({ params }: PageProps<'/indicators/[id]'>) {
  const { id } = await params;
  const { figures, indicators } = messages(await currentLocale());
  return { title: isIndicator(id) ? figures[id].name : indicators.title };
}

export default async function Page({ params, searchParams }: PageProps<'/indicators/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'indicators.view');
  const { id } = await params;
  if (!isIndicator(id)) notFound();
  const asked = await searchParams;
  const page = await pageFilter(viewer, asked);
  const after = parseCursor(asked.after);
  const data = await indicatorPage(viewer, id, page, after);
  const sort = readSort(asked.sort, asked.direction);
  const locale = await currentLocale();
  return (
    <WorkPage viewer={viewer} current="/indicators">
      <IndicatorView viewer={viewer} locale={locale} id={id} filter={page.filter} page={data} openUntil={page.openUntil} sort={sort} later={after !== null}>
        <PlaceFilter viewer={viewer} action={`/indicators/${id}`} page={page} fields={['month', 'division', 'zone', 'asOf']} />
        <ReadingNote path={`/indicators/${id}`} filter={page.filter} running={page.running} changed={data.corrections.length > 0 ? 1 : 0} locale={locale} />
      </IndicatorView>
    </WorkPage>
  );
}
