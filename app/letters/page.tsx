import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import { may } from '@/domain/access';
import { formatMonth } from '@/domain/format';
import { letterSearch } from '@/domain/letter-search';
import { WorkPage } from '@/features/accounts/components/work-page';
import { LetterFilter } from '@/features/letters/components/letter-filter';
import { LettersView } from '@/features/letters/components/letters-view';
import { listable } from '@/features/letters/policy';
import { inPlace, letterTree, type TreeLetterRow } from '@/features/letters/queries/letter-tree';
import { messages } from '@/messages/locale';
import { pageFilter } from '@/server/filter';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).letters.title };
}

export default async function Page({ searchParams }: PageProps<'/letters'>) {
  const viewer = await currentViewer();
  allow(viewer, 'letters.view');
  const params = await searchParams;
  const page = await pageFilter(viewer, { division: params.division, zone: params.zone, line: params.line });
  const search = letterSearch(params, page);
  const { year, month } = search;
  const shown = inPlace(page.filter);
  const listed = (letters: readonly TreeLetterRow[]) => {
    const kinds = listable(viewer, letters.filter(shown));
    return kinds.includes(search.kind) ? search.kind : (kinds[0] ?? search.kind);
  };
  const tree = await letterTree(viewer, year, month, (letters) => ['sub-command', 'department', 'township', listed(letters)]);
  const locale = await currentLocale();
  const { letters: t } = messages(locale);
  return (
    <WorkPage viewer={viewer} current="/letters">
      <PageHeader
        title={t.title}
        locale={locale}
        actions={may(viewer, 'targets.view') && <LinkButton href={`/letters/targets?year=${year}`}>{t.toTargets}</LinkButton>}
        summary={month.startsWith(String(year)) ? t.summary(year, formatMonth(locale, month)) : t.summaryNext(year)}
      />
      <LetterFilter viewer={viewer} page={page} search={search} />
      <LettersView viewer={viewer} locale={locale} tree={tree} place={page.filter} search={search} listed={listed([...tree.letters.values()])} />
    </WorkPage>
  );
}
