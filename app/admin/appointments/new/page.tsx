import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { parseHouseholdSearch } from '@/domain/household-search';
import { PERSON_NAME } from '@/domain/person';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { searchPeople } from '@/features/accounts/queries/people';
import { AppointForm } from '@/features/appointments/components/appoint-form';
import { Chosen } from '@/features/appointments/components/chosen';
import { EnterStep } from '@/features/appointments/components/enter-step';
import { PersonStep } from '@/features/appointments/components/person-step';
import { SeatStep } from '@/features/appointments/components/seat-step';
import { findNamesakes } from '@/features/appointments/queries/find-namesakes';
import { findSeats } from '@/features/appointments/queries/find-seats';
import { readChoice } from '@/features/appointments/queries/read-choice';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ searchParams }: PageProps<'/admin/appointments/new'>) {
  const viewer = await currentViewer();
  allow(viewer, 'appointments.manage');
  const asked = await searchParams;
  const ids = { post: rowId(asked.post), replaces: rowId(asked.replaces), person: rowId(asked.person) };
  const choice = await readChoice(viewer, ids);
  const { post, replaced, person, duties, today } = choice;
  if ((ids.replaces && !replaced) || (ids.post && !post) || (ids.person && (!person || person.id === viewer.personId))) notFound();
  const duty = replaced?.duty ?? duties.find((each) => each === asked.duty) ?? (duties.length === 1 ? (duties[0] ?? null) : null);
  const where = parseHouseholdSearch({ q: asked.where }).search.name;
  const name = typeof asked.q === 'string' ? asked.q.trim().slice(0, 64) : '';
  const entering = PERSON_NAME.safeParse(asked.enter);
  const seats = duty ? [] : await findSeats(viewer, where);
  const chosen = !duty && post ? [{ ...post, place: '', duties }] : seats;
  const locale = await currentLocale();
  const { appointments: t, common } = messages(locale);
  const kept: Record<string, string> = replaced ? { replaces: String(replaced.id) } : post && duty ? { post: String(post.id), duty } : {};
  const fixed: Record<string, string> = replaced ? { id: String(replaced.id), was: replaced.endsOn ?? '' } : { post: String(post?.id ?? ''), duty: duty ?? '', latest: String(choice.latest) };
  return (
    <WorkPage viewer={viewer} current="/posts">
      <PageHeader title={replaced ? t.replace.title : t.appoint.title} locale={locale} />
      <Chosen locale={locale} choice={choice} duty={duty} />
      {!duty && (
        <Section title={t.steps.seat}>
          <SeatStep locale={locale} person={person?.id ?? null} name={where} rows={chosen} />
        </Section>
      )}
      {duty && !person && (
        <Section title={t.steps.person}>
          <PersonStep locale={locale} kept={kept} name={name} found={name ? await searchPeople(viewer, name) : null} />
        </Section>
      )}
      {duty && !person && entering.success && <EnterStep viewer={viewer} locale={locale} kept={kept} name={entering.data} entering={await findNamesakes(viewer, entering.data)} />}
      {duty && person && (
        <Section title={t.steps.when} id="form">
          <AppointForm deed={replaced ? 'replace' : 'appoint'} fixed={{ ...fixed, person: String(person.id) }} today={today} optional={common.field.optional}
            texts={{ ...t.form, startsHint: replaced ? t.form.replaceHint : t.form.startsHint, submit: replaced ? t.replace.submit : t.appoint.submit, working: common.actions.working }} />
        </Section>
      )}
    </WorkPage>
  );
}
