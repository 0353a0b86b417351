import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { ClauseEditor } from '@/features/letters/components/clause-editor';
import { LetterActions } from '@/features/letters/components/letter-actions';
import { LetterDocument } from '@/features/letters/components/letter-document';
import { LetterJoints } from '@/features/letters/components/letter-joints';
import { LetterProgress } from '@/features/letters/components/letter-progress';
import { LetterVersions } from '@/features/letters/components/letter-versions';
import { StateBadge } from '@/features/letters/components/state-badge';
import { maySplit } from '@/features/letters/policy';
import { findLetter } from '@/features/letters/queries/find-letter';
import { letterTree } from '@/features/letters/queries/letter-tree';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).letters.title };
}

export default async function Page({ params, searchParams }: PageProps<'/letters/[id]'>) {
  const viewer = await currentViewer();
  allow(viewer, 'letters.view');
  const id = rowId((await params).id);
  const letter = id === null ? null : await findLetter(viewer, id, rowId((await searchParams).version));
  if (!letter) notFound();
  const tree = await letterTree(viewer, letter.year, letter.month);
  const locale = await currentLocale();
  const { letters: t } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/letters">
      <PageHeader
        title={`${letter.to} · ${t.document.title(letter.year)}`}
        locale={locale}
        crumbs={[{ href: `/letters?year=${letter.year}`, label: t.title }]}
        summary={<span className="inline-flex flex-wrap items-center gap-3">{t.noOf(String(letter.id), String(letter.version))} <StateBadge state={letter.state} locale={locale} /></span>}
        actions={<span className="text-sm text-muted">{t.document.printHint}</span>}
      />
      <LetterDocument locale={locale} letter={letter} />
      <div className="no-print mt-8">
        <LetterActions viewer={viewer} locale={locale} letter={letter} />
        <ClauseEditor viewer={viewer} locale={locale} letter={letter} tree={tree} />
        <LetterProgress locale={locale} letter={letter} />
        <LetterJoints locale={locale} letter={letter} tree={tree} splits={maySplit(viewer, { issuer: letter.kind, postId: letter.toPostId })} />
        <LetterVersions locale={locale} letter={letter} />
      </div>
    </WorkPage>
  );
}
