import { ReadingNote } from '@/components/shell/reading-note';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { IndicatorIndex } from '@/features/indicators/components/indicator-index';
import { changedIndicators } from '@/features/indicators/queries/changed-indicators';
import { readIndicators } from '@/features/indicators/queries/read-indicators';
import { PageHeader } from '@/components/shell/page-header';
import { INDICATOR_IDS } from '@/domain/indicators';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata() {
  return { title: messages(await currentLocale()).indicators.title };
}

export default async function Page({ searchParams }: PageProps<'/indicators'>) {
  const viewer = await currentViewer();
  allow(viewer, 'indicators.view');
  const page = await pageFilter(viewer, await searchParams);
  const locale = await currentLocale();
  const { indicators } = messages(locale);
  const { area, filter } = page;
  const readings = await readIndicators(viewer, { indicators: INDICATOR_IDS, area, month: filter.month, reading: filter.reading });
  const changed = filter.month < page.running ? await changedIndicators(viewer, { indicators: INDICATOR_IDS, area, month: filter.month }) : null;
  return (
    <WorkPage viewer={viewer} current="/indicators">
      <PageHeader locale={locale} title={indicators.title} summary={indicators.intro} />
      <PlaceFilter viewer={viewer} action="/indicators" page={page} fields={['month', 'division', 'zone', 'asOf']} />
      <ReadingNote path="/indicators" filter={filter} running={page.running} changed={changed?.count ?? 0} locale={locale} />
      <IndicatorIndex locale={locale} filter={filter} readings={readings} changed={changed} />
    </WorkPage>
  );
}
