import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { may } from '@/domain/access';
import { rowId } from '@/domain/row-id';
import { PersonSheet } from '@/features/accounts/components/person-sheet';
import { WorkPage } from '@/features/accounts/components/work-page';
import { personFile } from '@/features/accounts/queries/people';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function PersonPage({ params }: PageProps<'/admin/people/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'people.view');
  const id = rowId((await params).id);
  const person = id === null ? null : await personFile(viewer, id);
  if (!person) notFound();
  const locale = await currentLocale();
  const { accounts: { people }, appointments: { links } } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/admin/people">
      <PageHeader title={person.name} locale={locale} crumbs={[{ href: '/admin/people', label: people.title }]}
        actions={may(viewer, 'appointments.manage') && person.id !== viewer.personId && <LinkButton href={`/admin/appointments/new?person=${person.id}`}>{links.appoint}</LinkButton>} />
      <PersonSheet viewer={viewer} person={person} locale={locale} />
    </WorkPage>
  );
}
