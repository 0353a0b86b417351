import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { monthOf } from '@/domain/month';
import { WorkPage } from '@/features/accounts/components/work-page';
import { SpreadPlaces } from '@/features/assignments/components/spread-places';
import { SpreadView } from '@/features/assignments/components/spread-view';
import { readCoverage } from '@/features/assignments/queries/coverage';
import { spreadPlan } from '@/features/assignments/queries/spread-plan';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).assignments.spread.title };
}

export default async function Page({ searchParams }: PageProps<'/assignments/spread'>) {
  const viewer = await currentViewer();
  allow(viewer, 'assignments.reassign');
  const page = await pageFilter(viewer, { division: (await searchParams).division });
  const { division } = page.filter;
  const village = division?.length === 12 ? division : null;
  const locale = await currentLocale();
  const { assignments } = messages(locale);
  const { spread: t } = assignments;
  return (
    <WorkPage viewer={viewer} current="/assignments">
      <PageHeader title={t.title} locale={locale} crumbs={[{ href: '/assignments', label: assignments.title }]} summary={t.rule} />
      <PlaceFilter viewer={viewer} action="/assignments/spread" page={page} fields={['division']} />
      {village === null ? <SpreadPlaces locale={locale} coverage={await readCoverage(viewer, page.area, monthOf(page.today))} /> : <SpreadView locale={locale} village={village} plan={await spreadPlan(viewer, village)} />}
    </WorkPage>
  );
}
