import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { checklistSearch } from '@/domain/checklist-search';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { BatchList } from '@/features/batches/components/batch-list';
import { LayoutSection } from '@/features/batches/components/layout-section';
import { ToPay } from '@/features/batches/components/to-pay';
import { mayManage, maySetColumns } from '@/features/batches/policy';
import { bankColumns } from '@/features/batches/queries/bank-columns';
import { casesToPay } from '@/features/batches/queries/cases-to-pay';
import { listBatches } from '@/features/batches/queries/list-batches';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).batches.title };
}

export default async function Page({ searchParams }: PageProps<'/relief/batches'>) {
  const viewer = await currentViewer();
  allow(viewer, 'batches.view');
  const params = await searchParams;
  const { page } = checklistSearch(params);
  const locale = await currentLocale();
  const { batches: t } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/relief/batches">
      <PageHeader title={t.title} locale={locale} summary={t.summary} />
      <ToPay locale={locale} {...(await casesToPay(viewer))} manages={mayManage(viewer)} asked={rowId(params.again)} />
      <BatchList locale={locale} page={page} found={await listBatches(viewer, page)} />
      {maySetColumns(viewer) && <LayoutSection locale={locale} layout={await bankColumns(viewer)} />}
    </WorkPage>
  );
}
