import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { checklistSearch } from '@/domain/checklist-search';
import { formatMonth } from '@/domain/format';
import { isIndicator } from '@/domain/indicators';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { Answers } from '@/features/checklists/components/answers';
import { ChecklistHead } from '@/features/checklists/components/checklist-head';
import { Exceptions } from '@/features/checklists/components/exceptions';
import { Filing } from '@/features/checklists/components/filing';
import { History } from '@/features/checklists/components/history';
import { LeftoverDraft } from '@/features/checklists/components/leftover-draft';
import { Reviewing } from '@/features/checklists/components/reviewing';
import { doing } from '@/features/checklists/policy';
import { entryHistory } from '@/features/checklists/queries/entry-history';
import { findChecklist } from '@/features/checklists/queries/find-checklist';
import { reviewQueue } from '@/features/checklists/queries/review-queue';
import { CountedClause } from '@/features/letters/components/counted-clause';
import { clausesCounted } from '@/features/letters/queries/clauses-counted';
import { SpotChecks } from '@/features/spot-checks/components/spot-checks';
import { readSpotChecks } from '@/features/spot-checks/queries/spot-check';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).checklists.title };
}

export default async function Page({ params, searchParams }: PageProps<'/checklists/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'checklists.view');
  const id = rowId((await params).id);
  const checklist = id === null ? null : await findChecklist(viewer, id);
  if (!checklist) notFound();
  const locale = await currentLocale();
  const { checklists } = messages(locale);
  const { form } = checklists;
  const todo = doing(viewer, checklist, checklist.days, checklist.now);
  const search = checklistSearch(await searchParams);
  const filed = todo === 'review' && search.queued ? await pageFilter(viewer, await searchParams) : null;
  const waiting = filed ? (await reviewQueue(viewer, filed.area, filed.filter.month, search.kind)).filter(({ own }) => !own) : [];
  const at = waiting.findIndex((one) => one.id === checklist.id);
  const next = (waiting[at + 1] ?? waiting.find((one) => one.id !== checklist.id))?.id ?? null;
  const history = todo === 'review' ? await entryHistory(viewer, checklist.division, checklist.month, checklist.entries.map(({ indicator }) => indicator)) : new Map();
  const counted = await clausesCounted(viewer, { kind: checklist.filerKind, postId: checklist.postId, month: checklist.month, indicators: boundTo(checklist.entries) });
  const clauses = new Map([...counted].map(([id, clause]) => [id, <CountedClause key={id} clause={clause} locale={locale} />]));
  const spots = await readSpotChecks(viewer, checklist.id);
  const own = viewer.personId === checklist.personId;
  return (
    <WorkPage viewer={viewer} current={todo === 'review' ? '/checklists/review' : '/checklists'}>
      <PageHeader
        title={checklists.of(formatMonth(locale, checklist.month), checklist.filer)}
        locale={locale}
        crumbs={[todo === 'review' ? { href: `/checklists/review?month=${checklist.month}`, label: checklists.review.title } : { href: '/checklists', label: checklists.title }]}
      />
      <ChecklistHead checklist={checklist} locale={locale} />
      {todo !== 'file' && own && <LeftoverDraft id={checklist.id} owner={viewer.username} texts={{ title: form.leftover, hint: form.leftoverHint, discard: form.discard }} />}
      {todo === 'file' && <Filing checklist={checklist} clauses={clauses} owner={viewer.username} locale={locale} />}
      {todo === 'review' && <Reviewing checklist={checklist} history={history} clauses={clauses} queue={filed && { filter: filed.filter, kind: search.kind, at: at + 1, of: waiting.length, next }} locale={locale} />}
      {todo === 'read' && <Answers checklist={checklist} clauses={clauses} locale={locale} />}
      <Exceptions viewer={viewer} checklist={checklist} locale={locale} />
      <SpotChecks viewer={viewer} checklist={checklist} {...spots} locale={locale} />
      <History checklist={checklist} locale={locale} />
    </WorkPage>
  );
}

const boundTo = (entries: readonly { indicator: string | null }[]) => entries.flatMap(({ indicator }) => (indicator !== null && isIndicator(indicator) ? [indicator] : []));
