import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Pagination } from '@/components/shell/pagination';
import { auditQuery, parseAuditSearch } from '@/domain/audit-search';
import { WorkPage } from '@/features/accounts/components/work-page';
import { SealLine } from '@/features/audit/components/seal-line';
import { TrailFilter } from '@/features/audit/components/trail-filter';
import { TrailTable } from '@/features/audit/components/trail-table';
import { auditTrail, trailSeal } from '@/features/audit/queries/trail';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).audit.title };
}

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const viewer = await currentViewer();
  allow(viewer, 'audit.view');
  const { search, problems } = parseAuditSearch(await searchParams);
  const { rows, more } = await auditTrail(viewer, search);
  const locale = await currentLocale();
  const { audit } = messages(locale);
  const address = (before: number | null) => `/admin/audit${auditQuery({ ...search, before })}`;
  return (
    <WorkPage viewer={viewer} current="/admin/audit">
      <PageHeader title={audit.title} locale={locale} summary={viewer.scope.audit === 'all' ? audit.all : audit.accountsOnly} />
      <SealLine locale={locale} seal={await trailSeal(viewer)} />
      <TrailFilter search={search} problems={problems} locale={locale} />
      <TrailTable rows={rows} locale={locale} />
      <Pagination locale={locale} previous={search.before === null ? null : address(null)} next={more ? address(rows.at(-1)?.id ?? null) : null} />
    </WorkPage>
  );
}
