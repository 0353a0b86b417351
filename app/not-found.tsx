import { EmptyState } from '@/components/shell/notice';
import { PlainPage } from '@/components/shell/plain-page';
import { LinkButton } from '@/components/ui/link-button';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';

/** The same answer for a record that does not exist and for one outside the viewer's scope. */
export default async function NotFound() {
  const locale = await currentLocale();
  const { notFound } = messages(locale).shell;
  return (
    <PlainPage locale={locale}>
      <EmptyState heading="h1" title={notFound.title} action={<LinkButton href="/">{notFound.action}</LinkButton>}>
        {notFound.text}
      </EmptyState>
    </PlainPage>
  );
}
