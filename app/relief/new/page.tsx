import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { ApplicationStep } from '@/features/relief/components/application-step';
import { HouseholdFinder } from '@/features/relief/components/household-finder';
import { applicationForm } from '@/features/relief/queries/application-form';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).reliefApplications.form.title };
}

export default async function Page({ searchParams }: PageProps<'/relief/new'>) {
  const viewer = await currentViewer();
  allow(viewer, 'relief.apply');
  const { household, q } = await searchParams;
  const locale = await currentLocale();
  const { list, form: t, find } = messages(locale).reliefApplications;
  const crumbs = [{ href: '/relief', label: list.title }];
  if (household === undefined) {
    return (
      <WorkPage viewer={viewer} current="/relief">
        <PageHeader title={t.title} locale={locale} crumbs={crumbs} />
        <HouseholdFinder viewer={viewer} locale={locale} path="/relief/new" received={null} q={typeof q === 'string' ? q : null} />
      </WorkPage>
    );
  }
  const id = household === 'none' ? null : rowId(household);
  const form = household === 'none' || id !== null ? await applicationForm(viewer, id) : null;
  if (!form) notFound();
  return (
    <WorkPage viewer={viewer} current="/relief">
      <PageHeader
        title={form.household?.headName ?? t.unregistered}
        locale={locale}
        crumbs={[...crumbs, { href: '/relief/new', label: t.title }]}
        summary={form.household && t.registered(form.household.no)}
        actions={<LinkButton href="/relief/new" small>{find.change}</LinkButton>}
      />
      <ApplicationStep locale={locale} form={form} />
    </WorkPage>
  );
}
