import { Pages } from '@/components/shell/pagination';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { formatNumber, type Locale } from '@/domain/format';
import { byWorst, type PaceColour, worstOf } from '@/domain/letter-pace';
import { messages } from '@/messages/locale';
import type { LetterTree, TreeLetterRow } from '../queries/letter-tree';
import { PaceLight } from './pace';
import { StateBadge } from './state-badge';

const PAGE = 60;

interface Row { letter: TreeLetterRow; clauses: number; behind: number; colour: PaceColour }

function rowOf(tree: LetterTree, letter: TreeLetterRow): Row {
  const colours = tree.clauses.filter(({ letterId }) => letterId === letter.id).map((clause) => tree.progress(clause).colour);
  return { letter, clauses: colours.length, ...worstOf(colours) };
}

/** The letters of one kind, worst first, a page at a time; the light is that of the worst clause. */
export function LetterTable({ locale, tree, letters, page, hrefOf }: { locale: Locale; tree: LetterTree; letters: TreeLetterRow[]; page: number; hrefOf: (page: number) => string }) {
  const { list: t, title } = messages(locale).letters;
  const all = letters.map((letter) => rowOf(tree, letter)).sort(byWorst);
  const from = (page - 1) * PAGE;
  const rows = all.slice(from, from + PAGE);
  return (
    <>
      <Table
        caption={title}
        captionHidden
        locale={locale}
        rows={rows}
        rowKey={({ letter }) => String(letter.id)}
        empty={t.empty}
        columns={[
          { key: 'party', label: t.columns.party, cell: ({ letter }) => <TextLink href={`/letters/${letter.id}`}>{letter.name}</TextLink> },
          { key: 'clauses', label: t.columns.clauses, numeric: true, cell: (row) => formatNumber(locale, row.clauses) },
          { key: 'behind', label: t.columns.behind, numeric: true, cell: (row) => formatNumber(locale, row.behind) },
          { key: 'light', label: t.columns.light, tight: true, cell: (row) => <PaceLight locale={locale} pace={row} /> },
          { key: 'state', label: t.columns.state, tight: true, cell: ({ letter }) => <StateBadge state={letter.state} locale={locale} /> },
        ]}
      />
      <Pages locale={locale} page={page} size={PAGE} total={all.length} hrefOf={hrefOf} />
    </>
  );
}
