import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { WorkPage } from '@/features/accounts/components/work-page';
import { JobTables } from '@/features/calendar/components/job-tables';
import { jobBoard } from '@/features/calendar/queries/job-board';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).jobs.title };
}

export default async function Page() {
  const viewer = await currentViewer();
  allow(viewer, 'settings.manage');
  const board = await jobBoard(viewer);
  const locale = await currentLocale();
  const { jobs } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/admin/jobs">
      <PageHeader title={jobs.title} locale={locale} summary={jobs.summary} />
      <JobTables board={board} locale={locale} />
    </WorkPage>
  );
}
