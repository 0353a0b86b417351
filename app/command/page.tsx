import type { Metadata } from 'next';
import { Select } from '@/components/ui/select';
import type { Params } from '@/domain/filter';
import { INDICATOR_IDS, indicator, isIndicator } from '@/domain/indicators';
import { wallView } from '@/domain/wall';
import { Wall } from '@/features/command/components/wall';
import { readScreen } from '@/features/command/queries/wall';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { messages, type Messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).navigation.command };
}

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const viewer = await currentViewer();
  allow(viewer, 'command.view');
  const params = await searchParams;
  const page = await pageFilter(viewer, params);
  const view = wallView(params.view);
  const chosen = typeof params.indicator === 'string' && isIndicator(params.indicator) ? params.indicator : 'poverty.incidence';
  const locale = await currentLocale();
  const { command, figures, indicators } = messages(locale);
  const screen = await readScreen(viewer, page, view, chosen);
  return (
    <Wall viewer={viewer} locale={locale} filter={page.filter} running={page.running} openUntil={page.openUntil} view={view} chosen={chosen} screen={screen}>
      {(params.filter === 'open' || page.problems.length > 0) && (
        <PlaceFilter viewer={viewer} action="/command" page={page} fields={['month', 'division', 'zone', 'asOf']} keep={{ view }}>
          <Select id="filter-indicator" name="indicator" label={command.indicator} defaultValue={chosen} options={byTopic(figures, indicators.topics)} />
        </PlaceFilter>
      )}
    </Wall>
  );
}

/** Every indicator can be put on the map: grouped by what it is about. */
function byTopic(figures: Messages['figures'], topics: Messages['indicators']['topics']) {
  const ids = INDICATOR_IDS;
  return [...new Set(ids.map((id) => indicator(id).topic))].map((topic) => ({
    label: topics[topic],
    options: ids.filter((id) => indicator(id).topic === topic).map((id) => ({ value: id, label: figures[id].name })),
  }));
}
