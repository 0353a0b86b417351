import { TextLink } from '@/components/ui/link-button';
import { Rate } from '@/components/ui/rate';
import { Table } from '@/components/ui/table';
import { formatNumber, type Locale } from '@/domain/format';
import { LETTER_KINDS, type LetterKind, type LetterState } from '@/domain/letter';
import { messages } from '@/messages/locale';
import type { LetterTree, TreeLetterRow } from '../queries/letter-tree';

/** How many letters of each kind there are, signed and not. */
export function CountTable({ locale, tree, shown, empty, hrefOf }: { locale: Locale; tree: LetterTree; shown: (letter: TreeLetterRow) => boolean; empty: string; hrefOf: (kind: LetterKind) => string }) {
  const { counts: t, kinds } = messages(locale).letters;
  const letters = [...tree.letters.values()].filter(shown);
  const rows = LETTER_KINDS.map((kind) => ({ kind, own: letters.filter((letter) => letter.kind === kind) })).filter(({ own }) => own.length > 0);
  const count = (own: TreeLetterRow[], state: LetterState) => own.filter((letter) => letter.state === state).length;
  return (
    <Table
      caption={t.title}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={({ kind }) => kind}
      empty={empty}
      columns={[
        { key: 'kind', label: t.columns.kind, cell: ({ kind }) => <TextLink href={hrefOf(kind)}>{kinds[kind]}</TextLink> },
        { key: 'all', label: t.columns.all, numeric: true, cell: ({ own }) => formatNumber(locale, own.length) },
        { key: 'signed', label: t.columns.signed, numeric: true, cell: ({ own }) => <Rate part={count(own, 'signed')} whole={own.length} locale={locale} /> },
        { key: 'offered', label: t.columns.offered, numeric: true, cell: ({ own }) => formatNumber(locale, count(own, 'offered')) },
        { key: 'draft', label: t.columns.draft, numeric: true, cell: ({ own }) => formatNumber(locale, count(own, 'draft')) },
      ]}
    />
  );
}
