import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { may } from '@/domain/access';
import { formatDate, formatMonth } from '@/domain/format';
import { WorkPage } from '@/features/accounts/components/work-page';
import { FigureSection, PeopleSection } from '@/features/home/components/own-ground';
import { ToDoList } from '@/features/home/components/to-do-list';
import { readHome } from '@/features/home/queries/home';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).home.title };
}

export default async function Page() {
  const viewer = await currentViewer();
  allow(viewer, 'home.view');
  const locale = await currentLocale();
  const { home } = messages(locale);
  const { toDo, own, people } = await readHome(viewer);
  return (
    <WorkPage viewer={viewer} current="/">
      <PageHeader
        title={home.title}
        locale={locale}
        summary={own && home.summary(formatDate(locale, toDo.today), formatMonth(locale, toDo.month))}
        actions={may(viewer, 'command.view') && <LinkButton href="/command">{home.wall}</LinkButton>}
      />
      <ToDoList viewer={viewer} toDo={toDo} locale={locale} />
      {own && <FigureSection own={own} locale={locale} />}
      <PeopleSection people={people} locale={locale} />
    </WorkPage>
  );
}
