import { notFound } from 'next/navigation';
import { ReadingNote } from '@/components/shell/reading-note';
import { WorkPage } from '@/features/accounts/components/work-page';
import { readChildSort } from '@/features/divisions/components/children-table';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { PlaceView } from '@/features/divisions/components/place-view';
import { zonePlace, placeProfile } from '@/features/divisions/queries/place-profile';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata() {
  return { title: messages(await currentLocale()).navigation.divisions };
}

export default async function Page({ params, searchParams }: PageProps<'/zones/[no]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'divisions.view');
  const { no } = await params;
  const asked = await searchParams;
  const page = await pageFilter(viewer, { month: asked.month, asOf: asked.asOf });
  const place = /^[1-9]\d?$/.test(no) ? await zonePlace(viewer, Number(no)) : null;
  if (!place) notFound();
  const { filter, today, running } = page;
  const profile = await placeProfile(viewer, place, { month: filter.month, reading: filter.reading, today, running });
  const locale = await currentLocale();
  return (
    <WorkPage viewer={viewer} current="/divisions">
      <PlaceView viewer={viewer} locale={locale} profile={profile} filter={filter} openUntil={page.openUntil} sort={readChildSort(asked.sort, asked.direction)}>
        <PlaceFilter viewer={viewer} action={`/zones/${place.key}`} page={page} fields={['month', 'asOf']} />
        <ReadingNote path={`/zones/${place.key}`} filter={{ ...filter, division: null, zone: null }} running={running} changed={profile.changed.count} locale={locale} />
      </PlaceView>
    </WorkPage>
  );
}
