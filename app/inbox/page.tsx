import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Pages } from '@/components/shell/pagination';
import { checklistSearch } from '@/domain/checklist-search';
import { formatNumber } from '@/domain/format';
import { WorkPage } from '@/features/accounts/components/work-page';
import { MessageList } from '@/features/inbox/components/message-list';
import { ReadButton } from '@/features/inbox/components/read-button';
import { countUnread } from '@/features/inbox/queries/count-unread';
import { INBOX_PAGE, readInbox } from '@/features/inbox/queries/read-inbox';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).inbox.title };
}

export default async function Page({ searchParams }: PageProps<'/inbox'>) {
  const viewer = await currentViewer();
  allow(viewer, 'inbox.view');
  const { page } = checklistSearch(await searchParams);
  const { rows, total } = await readInbox(viewer, page);
  const unread = await countUnread(viewer);
  const locale = await currentLocale();
  const { inbox } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/inbox">
      <PageHeader
        title={inbox.title}
        locale={locale}
        summary={inbox.summary(formatNumber(locale, unread))}
        actions={unread > 0 && <ReadButton label={inbox.readAll} working={inbox.working} />}
      />
      <MessageList rows={rows} locale={locale} />
      {total > INBOX_PAGE && <Pages locale={locale} page={page} size={INBOX_PAGE} total={total} hrefOf={(to) => `/inbox?page=${to}`} />}
    </WorkPage>
  );
}
