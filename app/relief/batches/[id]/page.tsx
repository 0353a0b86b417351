import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { BatchView } from '@/features/batches/components/batch-view';
import { mayManage } from '@/features/batches/policy';
import { findBatch } from '@/features/batches/queries/find-batch';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).batches.title };
}

export default async function Page({ params, searchParams }: PageProps<'/relief/batches/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'batches.view');
  const id = rowId((await params).id);
  const batch = id && (await findBatch(viewer, id));
  if (!batch) notFound();
  const locale = await currentLocale();
  const { batches: t } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/relief/batches">
      <PageHeader title={t.page(batch.no)} locale={locale} crumbs={[{ href: '/relief/batches', label: t.title }]} />
      <BatchView batch={batch} locale={locale} manages={mayManage(viewer)} asked={rowId((await searchParams).return)} />
    </WorkPage>
  );
}
