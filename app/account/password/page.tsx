import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { PasswordForm } from '@/features/accounts/components/password-form';
import { WorkPage } from '@/features/accounts/components/work-page';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { currentViewer } from '@/server/viewer';

export async function generateMetadata() {
  return { title: messages(await currentLocale()).accounts.password.title };
}

export default async function PasswordPage() {
  const viewer = await currentViewer();
  const locale = await currentLocale();
  const { accounts: { password }, common } = messages(locale);
  const { title, issued, issuedHint, ...texts } = password;
  return (
    <WorkPage viewer={viewer} current="/account/password">
      <PageHeader title={title} locale={locale} />
      {viewer.passwordIssued && <Notice tone="warning" title={issued}>{issuedHint}</Notice>}
      <PasswordForm texts={{ ...texts, working: common.actions.working }} />
    </WorkPage>
  );
}
