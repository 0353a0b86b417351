import { notFound } from 'next/navigation';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { SplitView } from '@/features/letters/components/split-view';
import { splitAsked, splitBasis } from '@/features/letters/queries/split-basis';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ params, searchParams }: PageProps<'/letters/[id]/split'>) {
  const viewer = await currentViewer();
  allow(viewer, 'letters.issue');
  const asked = await searchParams;
  const [letter, clause] = [rowId((await params).id), rowId(asked.clause ?? '1')];
  const basis = letter === null || clause === null ? null : await splitBasis(viewer, { target: null, letter, clause, ...splitAsked(asked) });
  if (!basis || letter === null || clause === null) notFound();
  const locale = await currentLocale();
  const { document } = messages(locale).letters;
  return (
    <WorkPage viewer={viewer} current="/letters">
      <SplitView locale={locale} basis={basis} path={`/letters/${letter}/split`} own={{ clause: String(clause) }} hidden={{ letter, clause }} back={{ href: `/letters/${letter}#below`, label: document.title(basis.parent.year) }} />
    </WorkPage>
  );
}
