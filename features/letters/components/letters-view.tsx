import { EmptyState } from '@/components/shell/notice';
import { Tabs } from '@/components/shell/tabs';
import { Section } from '@/components/ui/section';
import { may } from '@/domain/access';
import type { Filter } from '@/domain/filter';
import type { Locale } from '@/domain/format';
import type { LetterKind } from '@/domain/letter';
import { letterQuery, type LetterSearch } from '@/domain/letter-search';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { listable } from '../policy';
import { inPlace, type LetterTree } from '../queries/letter-tree';
import { CountTable } from './count-table';
import { LetterTable } from './letter-table';
import { PaceRule } from './pace';
import { StartLetter } from './start-letter';
import { TargetChildren } from './target-children';
import { TargetTree } from './target-tree';
import { TroubleTable } from './trouble-table';

type Props = { viewer: Viewer; locale: Locale; tree: LetterTree; place: Pick<Filter, 'division' | 'zone' | 'line'>; search: LetterSearch; listed: LetterKind };

/** A year's targets and letters as far as the viewer sees them: what is signed, what does not add up, the tree, the letters of one kind. */
export function LettersView({ viewer, locale, tree, place, search, listed }: Props) {
  const { letters: t } = messages(locale);
  const shown = inPlace(place);
  const roots = tree.roots.filter(({ line }) => place.line === null || line === place.line);
  const open = roots.find(({ id }) => id === search.open);
  const own = [...tree.letters.values()].filter(shown);
  const kinds = listable(viewer, own);
  const href = (more: Parameters<typeof letterQuery>[2]) => `/letters${letterQuery(search, place, more)}`;
  if (kinds.length === 0 && tree.roots.length === 0) return <EmptyState title={t.nothing(search.year)}>{t.nothingHint}</EmptyState>;
  return (
    <>
      <Section title={t.counts.title}>
        <CountTable locale={locale} tree={tree} shown={shown} empty={may(viewer, 'targets.set') ? t.counts.empty : t.counts.none} hrefOf={(each) => `${href({ kind: each })}#list`} />
      </Section>
      {own.length > 0 && (
        <Section title={t.trouble.title} id="trouble">
          <TroubleTable locale={locale} tree={tree} shown={shown} repairs={may(viewer, 'targets.set')} />
        </Section>
      )}
      {tree.roots.length > 0 && (
        <Section title={t.tree.title} id="tree">
          <TargetTree locale={locale} tree={tree} rows={roots} hrefOf={(target) => `${href({ open: target })}#children`} />
        </Section>
      )}
      {open && <TargetChildren locale={locale} tree={tree} root={open} shown={shown} foldHref={`${href({})}#tree`} />}
      <Section title={t.list.title} id="list">
        <Tabs label={t.list.title} locale={locale} tabs={kinds.map((each) => ({ href: `${href({ kind: each })}#list`, label: t.kinds[each], current: each === listed }))} />
        <StartLetter viewer={viewer} locale={locale} year={search.year} kind={listed} />
        <LetterTable locale={locale} tree={tree} letters={own.filter((letter) => letter.kind === listed)} page={search.page} hrefOf={(at) => `${href({ kind: listed, page: at })}#list`} />
        {tree.roots.length === 0 && own.length > 0 && <PaceRule locale={locale} />}
      </Section>
    </>
  );
}
