import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { isGap } from '@/domain/assignment';
import { parseCursor } from '@/domain/cursor';
import { formatDate, formatMonth, formatPercent } from '@/domain/format';
import { monthOf } from '@/domain/month';
import { WorkPage } from '@/features/accounts/components/work-page';
import { CoverageTable } from '@/features/assignments/components/coverage-table';
import { GapSection } from '@/features/assignments/components/gap-section';
import { HandoverTable } from '@/features/assignments/components/handover-table';
import { mayReassign } from '@/features/assignments/policy';
import { readCoverage } from '@/features/assignments/queries/coverage';
import { gapList } from '@/features/assignments/queries/gap-list';
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
  const page = await pageFilter(viewer, { division: params.division, zone: params.zone, month: params.month });
  // From the wall one comes with a month; otherwise it is the day that counts, not the month being filed.
  const past = typeof params.month === 'string' && params.month === page.filter.month;
  const month = past ? page.filter.month : monthOf(page.today);
  const gap = typeof params.gap === 'string' && isGap(params.gap) ? params.gap : 'orphaned';
  const after = parseCursor(params.after);
  // Who sees only their own households would find other gaps than their place has.
  const list = viewer.scope.households === '*' ? await gapList(viewer, gap, { area: page.area, month, after }) : null;
  const coverage = await readCoverage(viewer, page.area, month);
  const handovers = await listHandovers(viewer, page.area);
  const locale = await currentLocale();
  const { assignments: t } = messages(locale);
  const { division, zone } = page.filter;
  const href = (more: Record<string, string | null>) => {
    const query = Object.entries({ month: past ? month : null, division, zone: zone === null ? null : String(zone), ...more }).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
    return `/assignments${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`;
  };
  const helped = coverage.registered - coverage.gaps.orphaned;
  const percent = coverage.registered === 0 ? null : (helped / coverage.registered) * 100;
  return (
    <WorkPage viewer={viewer} current="/assignments">
      <PageHeader title={t.title} locale={locale} actions={mayReassign(viewer) && <LinkButton href={`/assignments/spread${division ? `?division=${division}` : ''}`}>{t.spread.link}</LinkButton>} summary={past ? <>{t.summary.month(formatMonth(locale, month))} <TextLink href={href({ month: null, gap })}>{t.summary.toToday}</TextLink></> : t.summary.today(formatDate(locale, page.today))} />
      <PlaceFilter viewer={viewer} action="/assignments" page={page} fields={['division', 'zone']} keep={{ gap, month: past ? month : undefined }} reset={past || division !== null || zone !== null} />
      <FigureRow>
        <Figure label={t.coverage.rate} value={percent} text={formatPercent(locale, percent)} counts={{ part: helped, whole: coverage.registered }} locale={locale} />
      </FigureRow>
      {list && <GapSection locale={locale} gap={gap} counts={coverage} list={list} later={after !== null} mayReassign={mayReassign(viewer)} href={(more) => `${href(more)}#gaps`} />}
      <Section title={t.coverage.byPlace}>
        <CoverageTable locale={locale} coverage={coverage} href={(code, each) => `${href({ division: code, zone: null, gap: each })}#gaps`} />
      </Section>
      <Section title={t.handovers.recent} id="handovers">
        <HandoverTable locale={locale} rows={handovers} />
      </Section>
    </WorkPage>
  );
}
