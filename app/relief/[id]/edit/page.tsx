import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { CaseWork } from '@/features/relief/components/case-work';
import { CasePhone } from '@/features/relief-reviews/components/case-phone';
import { StateBadge } from '@/features/relief/components/state-badge';
import { mayApply } from '@/features/relief/policy';
import { caseForEdit } from '@/features/relief/queries/case-for-edit';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).reliefApplications.list.title };
}

export default async function Page({ params, searchParams }: PageProps<'/relief/[id]/edit'>) {
  const viewer = await currentViewer();
  allow(viewer, 'relief.apply');
  const id = rowId((await params).id);
  const its = id === null ? null : await caseForEdit(viewer, id);
  if (!its || !mayApply(viewer, its)) notFound();
  const { household, q } = await searchParams;
  const locale = await currentLocale();
  const { list, edit: t } = messages(locale).reliefApplications;
  return (
    <WorkPage viewer={viewer} current="/relief">
      <PageHeader
        title={t.title(its.no)}
        locale={locale}
        crumbs={[{ href: '/relief', label: list.title }]}
        summary={<span className="flex flex-wrap items-center gap-2">{`${its.headName} · ${its.villageName}`}<StateBadge locale={locale} state={its.state} /></span>}
      />
      <CaseWork viewer={viewer} locale={locale} its={its} phone={its.phoneTail !== null && <CasePhone viewer={viewer} locale={locale} its={{ ...its, phoneTail: its.phoneTail }} />} household={household === 'none' || household === 'find' ? household : (rowId(household) ?? its.householdId ?? 'find')} q={typeof q === 'string' ? q : null} />
    </WorkPage>
  );
}
