import { notFound } from 'next/navigation';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { SplitView } from '@/features/letters/components/split-view';
import { splitAsked, splitBasis } from '@/features/letters/queries/split-basis';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export default async function Page({ params, searchParams }: PageProps<'/letters/targets/[id]/split'>) {
  const viewer = await currentViewer();
  allow(viewer, 'targets.set');
  const target = rowId((await params).id);
  const basis = target === null ? null : await splitBasis(viewer, { target, letter: null, clause: null, ...splitAsked(await searchParams) });
  if (!basis || target === null) notFound();
  const locale = await currentLocale();
  const { targets } = messages(locale).letters;
  return (
    <WorkPage viewer={viewer} current="/letters">
      <SplitView locale={locale} basis={basis} path={`/letters/targets/${target}/split`} own={{}} hidden={{ target }} back={{ href: `/letters/targets?year=${basis.parent.year}`, label: targets.title }} />
    </WorkPage>
  );
}
