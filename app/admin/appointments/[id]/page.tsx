import { notFound } from 'next/navigation';
import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { Definitions } from '@/components/ui/definitions';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { may, ROLE_OF } from '@/domain/access';
import { isEndable } from '@/domain/appointment';
import { ABSENT, formatDate } from '@/domain/format';
import { isSole } from '@/domain/post';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { AppointForm } from '@/features/appointments/components/appoint-form';
import { Consequences } from '@/features/appointments/components/consequences';
import { findAppointment } from '@/features/appointments/queries/find-appointment';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ params }: PageProps<'/admin/appointments/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'appointments.manage');
  const id = rowId((await params).id);
  const file = id === null ? null : await findAppointment(viewer, id);
  if (!file) notFound();
  const locale = await currentLocale();
  const { appointments: t, roles, common } = messages(locale);
  const duty = roles[ROLE_OF[file.duty]];
  const endable = isEndable(file, file.today) && file.personId !== viewer.personId;
  return (
    <WorkPage viewer={viewer} current="/posts">
      <PageHeader title={`${file.person} · ${duty}`} locale={locale} summary={t.states[file.startsOn > file.today ? 'planned' : isEndable(file, file.today) ? 'serving' : 'over']} />
      <Definitions
        items={[
          { term: t.columns.person, value: may(viewer, 'people.view') ? <TextLink href={`/admin/people/${file.personId}`}>{file.person}</TextLink> : file.person },
          { term: t.columns.post, value: may(viewer, 'posts.view') ? <TextLink href={`/posts/${file.postId}`}>{file.post}</TextLink> : file.post },
          { term: t.columns.from, value: formatDate(locale, file.startsOn) },
          { term: t.columns.until, value: file.endsOn ? formatDate(locale, file.endsOn) : t.now },
          { term: t.form.reason, value: file.reason ?? ABSENT },
        ]}
      />
      <Consequences viewer={viewer} locale={locale} file={file} />
      {file.personId === viewer.personId && <Notice title={t.own} />}
      {endable && isSole(file.duty) && (
        <Section title={t.replace.title}>
          <p className="mb-3 text-muted">{t.replace.hint}</p>
          <LinkButton href={`/admin/appointments/new?replaces=${file.id}`}>{t.replace.choose}</LinkButton>
        </Section>
      )}
      {endable && (
        <Section title={t.end.title} id="end">
          <AppointForm deed="end" fixed={{ id: String(file.id), was: file.endsOn ?? '' }} today={file.today} optional={common.field.optional}
            texts={{ ...t.form, endsHint: t.end.hint, submit: t.end.submit, working: common.actions.working }} />
        </Section>
      )}
    </WorkPage>
  );
}
