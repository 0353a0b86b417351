import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { LetterOf } from '../queries/letters-of';
import { PaceLight } from './pace';
import { StateBadge } from './state-badge';

/** The letters that bind a post or a place; nothing where there are none. */
export function LettersSection({ locale, letters }: { locale: Locale; letters: LetterOf[] | null }) {
  const { letters: m } = messages(locale);
  const { list: t } = m;
  if (!letters || letters.length === 0) return null;
  return (
    <Section title={m.links.title} id="letters" actions={<TextLink href="/letters">{m.links.all}</TextLink>}>
      <Table
        caption={m.links.title}
        captionHidden
        locale={locale}
        rows={letters}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'letter', label: t.columns.party, cell: (row) => <TextLink href={`/letters/${row.id}`}>{`${m.yearOf(row.year)} ${row.party}`}</TextLink> },
          { key: 'kind', label: m.tree.childColumns.kind, tight: true, cell: ({ kind }) => m.kinds[kind] },
          { key: 'clauses', label: t.columns.clauses, numeric: true, cell: (row) => formatNumber(locale, row.clauses) },
          { key: 'behind', label: t.columns.behind, numeric: true, cell: (row) => formatNumber(locale, row.behind) },
          { key: 'light', label: t.columns.light, tight: true, cell: (row) => <PaceLight locale={locale} pace={row} /> },
          { key: 'state', label: t.columns.state, tight: true, cell: ({ state }) => <StateBadge state={state} locale={locale} /> },
        ]}
      />
    </Section>
  );
}
