import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { formatDate } from '@/domain/format';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { VisitSheet } from '@/features/visits/components/visit-sheet';
import { findVisit } from '@/features/visits/queries/find-visit';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ params }: PageProps<'/visits/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'visits.view');
  const id = rowId((await params).id);
  const visit = id === null ? null : await findVisit(viewer, id);
  if (!visit) notFound();
  const locale = await currentLocale();
  const { visits: t } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/visits">
      <PageHeader title={t.file.title(visit.headName)} locale={locale} crumbs={[{ href: '/visits', label: t.work.title }]} summary={formatDate(locale, visit.visitedOn)} />
      <VisitSheet viewer={viewer} locale={locale} visit={visit} />
    </WorkPage>
  );
}
