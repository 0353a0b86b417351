import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { formatNumber } from '@/domain/format';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { HandoverSheet } from '@/features/assignments/components/handover-sheet';
import { handoverSheet } from '@/features/assignments/queries/handover-sheet';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ params }: PageProps<'/assignments/handovers/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'assignments.view');
  const id = rowId((await params).id);
  const sheet = id === null ? null : await handoverSheet(viewer, id);
  if (!sheet) notFound();
  const locale = await currentLocale();
  const { assignments } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/assignments">
      <PageHeader
        title={assignments.sheet.title}
        locale={locale}
        crumbs={[{ href: '/assignments', label: assignments.title }, { href: '/assignments#handovers', label: assignments.handovers.title }]}
        summary={assignments.sheet.no(formatNumber(locale, sheet.handover.id))}
        actions={<span className="text-sm text-muted">{assignments.sheet.printHint}</span>}
      />
      <HandoverSheet viewer={viewer} locale={locale} sheet={sheet} />
    </WorkPage>
  );
}
