import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { Pagination } from '@/components/shell/pagination';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { may } from '@/domain/access';
import { WorkPage } from '@/features/accounts/components/work-page';
import { CadreTable } from '@/features/assignments/components/cadre-table';
import { householdCadres } from '@/features/assignments/queries/household-cadres';
import { HouseholdSheet } from '@/features/households/components/household-sheet';
import { householdFile } from '@/features/households/queries/household-file';
import { householdHistory } from '@/features/households/queries/household-history';
import { householdMeasures } from '@/features/households/queries/household-measures';
import { DemandTable } from '@/features/visits/components/demand-table';
import { VisitTable } from '@/features/visits/components/visit-table';
import { mayRecord } from '@/features/visits/policy';
import { householdVisits } from '@/features/visits/queries/household-visits';
import { householdDemands } from '@/features/visits/queries/list-demands';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { rowId } from '@/domain/row-id';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ params, searchParams }: PageProps<'/households/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'households.view');
  const id = rowId((await params).id);
  const file = id === null ? null : await householdFile(viewer, id);
  if (id === null || !file) notFound();
  const page = rowId((await searchParams).visits, 1000) ?? 1;
  const [cadres, visits, demands, measures, history] = [
    await householdCadres(viewer, id), await householdVisits(viewer, id, page), await householdDemands(viewer, id), await householdMeasures(viewer, id), await householdHistory(viewer, id),
  ];
  const locale = await currentLocale();
  const { households: t, visits: v } = messages(locale);
  const { household } = file;
  const visitsPage = (no: number) => `/households/${id}?visits=${no}#visits`;
  return (
    <WorkPage viewer={viewer} current="/households">
      <PageHeader
        title={household.headName}
        locale={locale}
        crumbs={[{ href: '/households', label: t.title }, { href: `/households?division=${household.village}`, label: `${household.townshipName} ${household.villageName}` }]}
        summary={t.file}
        actions={
          <>
            {mayRecord(viewer) && <LinkButton href={`/visits/new?household=${id}`} tone="primary">{v.work.record}</LinkButton>}
            {may(viewer, 'assignments.reassign') && <LinkButton href={`/assignments/reassign?household=${id}`}>{t.support.reassign}</LinkButton>}
          </>
        }
      />
      <HouseholdSheet viewer={viewer} locale={locale} file={file} measures={measures} history={history}>
        <Section title={t.support.title} id="cadres">
          <CadreTable viewer={viewer} locale={locale} rows={cadres} />
        </Section>
        <Section title={v.demands.title} id="demands">
          <DemandTable viewer={viewer} locale={locale} today={household.today} rows={demands} empty={v.demands.noneHere} household />
        </Section>
        <Section title={v.title} id="visits">
          <VisitTable viewer={viewer} locale={locale} rows={visits.rows} first={page === 1} />
          <Pagination locale={locale} previous={page > 1 ? visitsPage(page - 1) : null} next={visits.more ? visitsPage(page + 1) : null} />
        </Section>
      </HouseholdSheet>
    </WorkPage>
  );
}
