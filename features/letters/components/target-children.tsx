import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatPercent, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { LetterTree, RootRow, TreeClauseRow, TreeLetterRow } from '../queries/letter-tree';
import { amount } from './amount';
import { PaceBar, PaceLight } from './pace';
import { StateBadge } from './state-badge';

type Props = { locale: Locale; tree: LetterTree; root: RootRow; shown: (letter: TreeLetterRow) => boolean; foldHref: string };

/** Who carries a county target, letter by letter. */
export function TargetChildren({ locale, tree, root, shown, foldHref }: Props) {
  const { letters: m } = messages(locale);
  const { tree: t } = m;
  const parts = tree.levels.filter(({ parent }) => parent === `t${root.id}`).flatMap((level) => level.parts.map((part) => ({ part: part as TreeClauseRow, level, letter: tree.letters.get(part.letterId)! })));
  const rows = parts.filter(({ letter }) => shown(letter));
  const share = (target: number, rule: string) => (rule === 'sum' && root.target > 0 ? formatPercent(locale, (target / root.target) * 100) : '');
  return (
    <Section title={t.children(root.text)} id="children" actions={<TextLink href={foldHref}>{t.fold}</TextLink>}>
      <Table
        caption={t.children(root.text)}
        captionHidden
        locale={locale}
        rows={rows}
        rowKey={({ part }) => part.key}
        empty={t.noChildren}
        columns={[
          { key: 'party', label: t.childColumns.party, cell: ({ letter }) => <TextLink href={`/letters/${letter.id}`}>{letter.name}</TextLink> },
          { key: 'kind', label: t.childColumns.kind, tight: true, cell: ({ letter }) => m.kinds[letter.kind] },
          { key: 'value', label: t.childColumns.value, numeric: true, tight: true, cell: ({ part }) => amount(locale, part.indicator, part.target) },
          { key: 'share', label: t.childColumns.share, numeric: true, cell: ({ part, level }) => share(part.target, level.rule) },
          { key: 'done', label: t.childColumns.done, cell: ({ part, letter }) => <PaceBar locale={locale} pace={tree.progress(part)} label={letter.name} /> },
          { key: 'light', label: t.childColumns.light, tight: true, cell: ({ part }) => <PaceLight locale={locale} pace={tree.progress(part)} /> },
          { key: 'state', label: t.childColumns.state, tight: true, cell: ({ letter }) => <StateBadge state={letter.state} locale={locale} /> },
        ]}
      />
    </Section>
  );
}
