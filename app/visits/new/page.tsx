import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { formatDate, formatNumber } from '@/domain/format';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { HouseholdPicker } from '@/features/visits/components/household-picker';
import { KnownDemands } from '@/features/visits/components/known-demands';
import { OnlineForm } from '@/features/visits/components/online-form';
import { formTexts } from '@/features/visits/components/visit-texts';
import { myHouseholds } from '@/features/visits/queries/my-households';
import { visitForm } from '@/features/visits/queries/visit-form';
import { daysAfter } from '@/domain/day';
import { VISIT_DAYS_LATE } from '@/domain/visit';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).visits.form.title };
}

export default async function Page({ searchParams }: PageProps<'/visits/new'>) {
  const viewer = await currentViewer();
  allow(viewer, 'visits.record');
  const { household } = await searchParams;
  const locale = await currentLocale();
  const { form: t, work } = messages(locale).visits;
  const crumbs = [{ href: '/visits', label: work.title }];
  if (household === undefined) {
    return (
      <WorkPage viewer={viewer} current="/visits">
        <PageHeader title={t.title} locale={locale} crumbs={crumbs} />
        <Section title={t.choose}>
          <HouseholdPicker locale={locale} rows={await myHouseholds(viewer)} />
        </Section>
      </WorkPage>
    );
  }
  const id = rowId(household);
  const facts = id === null ? null : await visitForm(viewer, id);
  if (!facts) notFound();
  const { name, village, groupNo, registeredOn, people, lastVisit, today, demands } = facts;
  const known = `${village} ${work.group(groupNo)} ${work.people(formatNumber(locale, people))} · ${lastVisit ? work.lastVisit(formatDate(locale, lastVisit)) : work.never}`;
  return (
    <WorkPage viewer={viewer} current="/visits">
      <PageHeader title={name} locale={locale} crumbs={[...crumbs, { href: '/visits/new', label: t.title }]} summary={known} actions={<LinkButton href="/visits/new" small>{t.change}</LinkButton>} />
      <KnownDemands locale={locale} demands={demands} />
      <OnlineForm account={viewer.accountId} household={{ id: facts.id, name, registeredOn }} visitKey={randomUUID()} first={daysAfter(today, -VISIT_DAYS_LATE)} today={today} {...formTexts(locale)} />
    </WorkPage>
  );
}
