import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { Cards } from '@/features/relief-reviews/components/cards';
import { CaseFacts } from '@/features/relief-reviews/components/case-facts';
import { Eligibility } from '@/features/relief-reviews/components/eligibility';
import { NextStep } from '@/features/relief-reviews/components/next-step';
import { NoticeSection } from '@/features/relief-reviews/components/notice';
import { CaseHistory, Entries, Evidence, People, Visits } from '@/features/relief-reviews/components/records';
import { Reviewing } from '@/features/relief-reviews/components/review';
import { Working } from '@/features/relief-reviews/components/working';
import { Worksheets } from '@/features/relief-reviews/components/worksheets';
import { OtherCases } from '@/features/relief/components/other-cases';
import { mayReadNames } from '@/features/relief/policy';
import { findCase } from '@/features/relief-reviews/queries/find-case';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).reliefReviews.list };
}

export default async function Page({ params }: PageProps<'/relief/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'relief.view');
  const id = rowId((await params).id);
  const its = id === null ? null : await findCase(viewer, id);
  if (!its) notFound();
  const locale = await currentLocale();
  const { reliefReviews: t } = messages(locale);
  const shown = { its, locale };
  return (
    <WorkPage viewer={viewer} current="/relief">
      <PageHeader title={t.title(its.no, its.headName)} locale={locale} crumbs={[{ href: '/relief', label: t.list }]} />
      <CaseFacts viewer={viewer} {...shown} />
      <NextStep viewer={viewer} {...shown} />
      <Reviewing viewer={viewer} {...shown} />
      <NoticeSection viewer={viewer} {...shown} />
      <div className="mt-8 grid gap-x-10 gap-y-8 xl:grid-cols-2">
        <Working {...shown} />
        <Eligibility {...shown} />
      </div>
      <OtherCases locale={locale} others={its.others} />
      <Worksheets {...shown} />
      <People viewer={viewer} {...shown} />
      {mayReadNames(viewer) && <Evidence {...shown} />}
      {mayReadNames(viewer) && <Visits {...shown} />}
      <Cards viewer={viewer} {...shown} />
      <Entries {...shown} />
      <CaseHistory {...shown} />
    </WorkPage>
  );
}
