import type { Metadata } from 'next';
import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import { formatNumber } from '@/domain/format';
import { PeopleTable } from '@/features/accounts/components/people-table';
import { WorkPage } from '@/features/accounts/components/work-page';
import { PEOPLE_SHOWN, searchPeople } from '@/features/accounts/queries/people';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).accounts.people.title };
}

export default async function PeoplePage({ searchParams }: PageProps<'/admin/people'>) {
  const viewer = await currentViewer();
  allow(viewer, 'people.view');
  const { q } = await searchParams;
  const asked = typeof q === 'string' ? q.trim() : '';
  const { rows, more } = await searchPeople(viewer, asked);
  const locale = await currentLocale();
  const { accounts: { people }, common } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/admin/people">
      <PageHeader title={people.title} locale={locale} summary={people.summary} />
      <form action="/admin/people" method="get" role="search" className="mb-5 flex flex-wrap items-end gap-3">
        <TextInput name="q" type="search" label={people.query} placeholder={people.queryHint} defaultValue={asked} maxLength={64} />
        <Button type="submit">{common.actions.search}</Button>
      </form>
      {more && <Notice title={people.more(formatNumber(locale, PEOPLE_SHOWN))} />}
      <PeopleTable rows={rows} locale={locale} asked={asked !== ''} />
    </WorkPage>
  );
}
