import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { WorkPage } from '@/features/accounts/components/work-page';
import { OfficeForm } from '@/features/public/components/office-form';
import { readOffice } from '@/features/public/queries/office';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).publicSide.office.title };
}

export default async function PublicOfficePage() {
  const viewer = await currentViewer();
  allow(viewer, 'settings.manage');
  const locale = await currentLocale();
  const { publicSide: { office: t, withoutSigningIn }, common } = messages(locale);
  const { contact, account } = await readOffice(viewer);
  const chosen = { contact: contact ?? '', account: account ?? '' };
  return (
    <WorkPage viewer={viewer} current="/admin/public">
      <PageHeader title={t.title} locale={locale} summary={t.summary} />
      <OfficeForm key={JSON.stringify(chosen)} chosen={chosen} texts={{ ...t.fields, submit: common.actions.save, working: common.actions.working, done: t.done }} />
      <p className="mt-6">
        <a href="/public" className="text-accent underline">{withoutSigningIn}</a>
      </p>
    </WorkPage>
  );
}
