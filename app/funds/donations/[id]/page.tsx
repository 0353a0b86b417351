import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PrintButton } from '@/features/funds/components/print-button';
import { Receipt } from '@/features/funds/components/receipt';
import { findDonation } from '@/features/funds/queries/find-donation';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).funds.receipt.title };
}

export default async function Page({ params }: PageProps<'/funds/donations/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'fund.view');
  const id = rowId((await params).id);
  const donation = id && (await findDonation(viewer, id));
  if (!donation) notFound();
  const locale = await currentLocale();
  const { funds } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/funds">
      <PageHeader title={`${funds.receipt.title} ${donation.receiptNo}`} locale={locale} crumbs={[{ href: '/funds?view=donations', label: funds.receipt.back }]} actions={<PrintButton label={funds.receipt.print} />} />
      <Receipt donation={donation} locale={locale} />
    </WorkPage>
  );
}
