import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Pages } from '@/components/shell/pagination';
import { checklistSearch } from '@/domain/checklist-search';
import { formatNumber } from '@/domain/format';
import { WorkPage } from '@/features/accounts/components/work-page';
import { ExceptionTable } from '@/features/checklists/components/exception-table';
import { EXCEPTIONS_PAGE, listExceptions } from '@/features/checklists/queries/list-exceptions';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).checklists.exception.list };
}

export default async function Page({ searchParams }: PageProps<'/checklists/exceptions'>) {
  const viewer = await currentViewer();
  allow(viewer, 'checklists.view');
  const { page } = checklistSearch(await searchParams);
  const { rows, total } = await listExceptions(viewer, page);
  const locale = await currentLocale();
  const { title, exception } = messages(locale).checklists;
  const at = (to: number) => `/checklists/exceptions?page=${to}`;
  return (
    <WorkPage viewer={viewer} current="/checklists">
      <PageHeader title={exception.list} locale={locale} crumbs={[{ href: '/checklists', label: title }]} summary={exception.summary(formatNumber(locale, total))} />
      <ExceptionTable rows={rows} locale={locale} />
      {total > EXCEPTIONS_PAGE && <Pages locale={locale} page={page} size={EXCEPTIONS_PAGE} total={total} hrefOf={at} />}
    </WorkPage>
  );
}
