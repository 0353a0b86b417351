import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Tabs } from '@/components/shell/tabs';
import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { Section } from '@/components/ui/section';
import { GAPS, isGap } from '@/domain/assignment';
import { filterQuery } from '@/domain/filter';
import { formatDate, formatPercent } from '@/domain/format';
import { WorkPage } from '@/features/accounts/components/work-page';
import { CoverageTable } from '@/features/assignments/components/coverage-table';
import { GapTable } from '@/features/assignments/components/gap-table';
import { HandoverTable } from '@/features/assignments/components/handover-table';
import { mayReassign } from '@/features/assignments/policy';
import { readCoverage } from '@/features/assignments/queries/coverage';
import { gapRows } from '@/features/assignments/queries/gap-rows';
import { listHandovers } from '@/features/assignments/queries/list-handovers';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).assignments.title };
}

export default async function Page({ searchParams }: PageProps<'/assignments'>) {
  const viewer = await currentViewer();
  allow(viewer, 'assignments.view');
  const params = await searchParams;
  const page = await pageFilter(viewer, { division: params.division, zone: params.zone });
  const gap = typeof params.gap === 'string' && isGap(params.gap) ? params.gap : 'no-cadre';
  // Who sees only their own households would find other gaps than their place has.
  const whole = viewer.scope.households === '*';
  const coverage = await readCoverage(viewer, page.area, page.running);
  const gaps = whole ? await gapRows(viewer, page.area, gap) : null;
  const handovers = await listHandovers(viewer, page.area);
  const locale = await currentLocale();
  const { assignments: t } = messages(locale);
  const percent = coverage.registered === 0 ? null : (coverage.assigned / coverage.registered) * 100;
  return (
    <WorkPage viewer={viewer} current="/assignments">
      <PageHeader title={t.title} locale={locale} summary={t.summary(formatDate(locale, page.today))} />
      <PlaceFilter viewer={viewer} action="/assignments" page={page} fields={['division', 'zone']} keep={{ gap }} reset={page.filter.division !== null || page.filter.zone !== null} />
      <FigureRow>
        <Figure label={t.coverage.rate} value={percent} text={formatPercent(locale, percent)} counts={{ part: coverage.assigned, whole: coverage.registered }} locale={locale} />
        <Figure label={t.gaps['no-cadre']} value={coverage.registered - coverage.assigned} unit={t.coverage.unit} locale={locale} href={whole ? `/assignments${filterQuery(page.filter, {}, { gap: 'no-cadre' })}#gaps` : undefined} />
      </FigureRow>
      {gaps && (
        <Section title={t.gaps.title} id="gaps">
          <Tabs label={t.gaps.title} locale={locale} tabs={GAPS.map((each) => ({ href: `/assignments${filterQuery(page.filter, {}, { gap: each })}#gaps`, label: t.gaps[each], current: each === gap }))} />
          <GapTable locale={locale} gap={gap} {...gaps} mayReassign={mayReassign(viewer)} />
        </Section>
      )}
      <Section title={t.coverage.byPlace}>
        <CoverageTable locale={locale} coverage={coverage} filter={page.filter} />
      </Section>
      <Section title={t.handovers.recent} id="handovers">
        <HandoverTable locale={locale} rows={handovers} />
      </Section>
    </WorkPage>
  );
}
