import { notFound } from 'next/navigation';
import { ReadingNote } from '@/components/shell/reading-note';
import { WorkPage } from '@/features/accounts/components/work-page';
import { readChildSort } from '@/features/divisions/components/children-table';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { PlaceView } from '@/features/divisions/components/place-view';
import { divisionPlace, placeProfile } from '@/features/divisions/queries/place-profile';
import { LettersSection } from '@/features/letters/components/letters-section';
import { lettersOf } from '@/features/letters/queries/letters-of';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata() {
  return { title: messages(await currentLocale()).navigation.divisions };
}

export default async function Page({ params, searchParams }: PageProps<'/divisions/[code]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'divisions.view');
  const { code } = await params;
  const asked = await searchParams;
  const page = await pageFilter(viewer, { month: asked.month, asOf: asked.asOf });
  const place = await divisionPlace(viewer, code);
  if (!place) notFound();
  const { filter, today, running } = page;
  const profile = await placeProfile(viewer, place, { month: filter.month, reading: filter.reading, today, running });
  const locale = await currentLocale();
  return (
    <WorkPage viewer={viewer} current="/divisions">
      <PlaceView viewer={viewer} locale={locale} profile={profile} filter={filter} openUntil={page.openUntil} sort={readChildSort(asked.sort, asked.direction)}>
        <PlaceFilter viewer={viewer} action={`/divisions/${place.key}`} page={page} fields={['month', 'asOf']} />
        <ReadingNote path={`/divisions/${place.key}`} filter={{ ...filter, division: null, zone: null }} running={running} changed={profile.changed.count} locale={locale} />
      </PlaceView>
      <LettersSection locale={locale} letters={await lettersOf(viewer, { division: place.key })} />
    </WorkPage>
  );
}
