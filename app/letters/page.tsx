import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Tabs } from '@/components/shell/tabs';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { may } from '@/domain/access';
import { formatMonth } from '@/domain/format';
import { LETTER_KINDS } from '@/domain/letter';
import { letterQuery, letterSearch } from '@/domain/letter-search';
import { WorkPage } from '@/features/accounts/components/work-page';
import { CountTable } from '@/features/letters/components/count-table';
import { LetterFilter } from '@/features/letters/components/letter-filter';
import { LetterTable } from '@/features/letters/components/letter-table';
import { StartLetter } from '@/features/letters/components/start-letter';
import { TargetChildren } from '@/features/letters/components/target-children';
import { TargetTree } from '@/features/letters/components/target-tree';
import { TroubleTable } from '@/features/letters/components/trouble-table';
import { issuable } from '@/features/letters/policy';
import { inPlace, letterTree } from '@/features/letters/queries/letter-tree';
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
  const search = letterSearch(params, page.running);
  const { year, month, kind } = search;
  const tree = await letterTree(viewer, year, month, ['sub-command', 'department', 'township', kind]);
  const shown = inPlace(page.filter);
  const roots = tree.roots.filter(({ line }) => page.filter.line === null || line === page.filter.line);
  const open = roots.find(({ id }) => id === search.open);
  const own = [...tree.letters.values()].filter(shown);
  const issued = issuable(viewer);
  const kinds = LETTER_KINDS.filter((each) => issued.includes(each) || own.some((letter) => letter.kind === each));
  const listed = kinds.includes(kind) ? kind : (kinds[0] ?? kind);
  const locale = await currentLocale();
  const { letters: t } = messages(locale);
  const href = (more: Parameters<typeof letterQuery>[2]) => `/letters${letterQuery(search, page.filter, more)}`;
  return (
    <WorkPage viewer={viewer} current="/letters">
      <PageHeader
        title={t.title}
        locale={locale}
        actions={may(viewer, 'targets.view') && <LinkButton href={`/letters/targets?year=${year}`}>{t.toTargets}</LinkButton>}
        summary={month.startsWith(String(year)) ? t.summary(year, formatMonth(locale, month)) : t.summaryNext(year)}
      />
      <LetterFilter viewer={viewer} page={page} search={search} />
      <Section title={t.counts.title}>
        <CountTable locale={locale} tree={tree} shown={shown} hrefOf={(each) => `${href({ kind: each })}#list`} />
      </Section>
      <Section title={t.trouble.title} id="trouble">
        <TroubleTable locale={locale} tree={tree} shown={shown} repairs={may(viewer, 'targets.set')} />
      </Section>
      <Section title={t.tree.title} id="tree">
        <TargetTree locale={locale} tree={tree} rows={roots} hrefOf={(target) => `${href({ open: target })}#children`} />
      </Section>
      {open && <TargetChildren locale={locale} tree={tree} root={open} shown={shown} foldHref={`${href({})}#tree`} />}
      <Section title={t.list.title} id="list">
        <Tabs label={t.list.title} locale={locale} tabs={kinds.map((each) => ({ href: `${href({ kind: each })}#list`, label: t.kinds[each], current: each === listed }))} />
        <StartLetter viewer={viewer} locale={locale} year={year} kind={listed} />
        <LetterTable locale={locale} tree={tree} letters={own.filter((letter) => letter.kind === listed)} page={search.page} hrefOf={(at) => `${href({ kind: listed, page: at })}#list`} />
      </Section>
    </WorkPage>
  );
}
