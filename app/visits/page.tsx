import type { Metadata } from 'next';
import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { formatDate } from '@/domain/format';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PlaceFilter } from '@/features/divisions/components/place-filter';
import { VisitBoardView } from '@/features/visits/components/board-view';
import { FieldDevice } from '@/features/visits/components/field-device';
import { HouseholdPicker } from '@/features/visits/components/household-picker';
import { LatestVisits } from '@/features/visits/components/latest-visits';
import { OwnCoverage } from '@/features/visits/components/own-coverage';
import { deviceTexts } from '@/features/visits/components/visit-texts';
import { mayRecord } from '@/features/visits/policy';
import { myHouseholds } from '@/features/visits/queries/my-households';
import { myVisits } from '@/features/visits/queries/my-visits';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).visits.work.title };
}

export default async function Page({ searchParams }: PageProps<'/visits'>) {
  const viewer = await currentViewer();
  allow(viewer, 'visits.view');
  const params = await searchParams;
  const page = await pageFilter(viewer, { division: params.division, zone: params.zone, month: params.month });
  const recorded = rowId(params.recorded);
  const mine = mayRecord(viewer) ? await myHouseholds(viewer) : null;
  const latest = mine && (await myVisits(viewer));
  const locale = await currentLocale();
  const { work: t } = messages(locale).visits;
  return (
    <WorkPage viewer={viewer} current="/visits">
      <PageHeader title={t.title} locale={locale} summary={t.summary(formatDate(locale, page.today))} actions={mine && <LinkButton href="/visits/new" tone="primary">{t.record}</LinkButton>} />
      {recorded && (
        <Notice tone="done" title={t.recorded}>
          <TextLink href={`/visits/${recorded}`}>{messages(locale).visits.open}</TextLink>
        </Notice>
      )}
      {mine && <FieldDevice account={viewer.accountId} texts={deviceTexts(locale)} />}
      {mine && (
        <Section title={t.mine} id="mine" actions={<span className="text-muted">{t.mineHint}</span>}>
          <OwnCoverage locale={locale} rows={mine} today={page.today} />
          <HouseholdPicker locale={locale} rows={mine} />
        </Section>
      )}
      {latest && (
        <Section title={t.latest} id="latest">
          <LatestVisits locale={locale} rows={latest} />
        </Section>
      )}
      {viewer.scope.households === '*' && (
        <VisitBoardView viewer={viewer} locale={locale} page={page} cadre={rowId(params.cadre)}>
          <PlaceFilter viewer={viewer} action="/visits" page={page} reset={page.filter.division !== null || page.filter.zone !== null || page.filter.month !== page.running} />
        </VisitBoardView>
      )}
    </WorkPage>
  );
}
