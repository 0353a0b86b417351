import { EmptyState } from '@/components/shell/notice';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { formatDelta, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';
import type { ChangedEntry } from '../queries/changed-since-verified';
import { label, rowsOf, shown } from './answers';

/** Verified entries that the records say something else of now: then, now, the difference, and the rows. */
export function ChangedTable({ rows, month, locale }: { rows: ChangedEntry[]; month: Month; locale: Locale }) {
  const { changed, kinds, review, view } = messages(locale).checklists;
  if (rows.length === 0) return <EmptyState title={changed.none}>{changed.noneHint}</EmptyState>;
  return (
    <Table
      caption={changed.title}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={({ id, no }) => `${id} ${no}`}
      columns={[
        { key: 'filer', label: review.filer, heading: true, tight: true, cell: (row) => <TextLink href={`/checklists/${row.id}`}>{row.filer}</TextLink> },
        { key: 'kind', label: review.kind, tight: true, cell: (row) => kinds[row.kind] },
        { key: 'place', label: review.place, cell: (row) => row.place },
        { key: 'entry', label: view.entry, cell: (row) => label(row, locale) },
        { key: 'then', label: changed.then, numeric: true, cell: (row) => shown(locale, row.then) },
        { key: 'now', label: changed.now, numeric: true, cell: (row) => <TextLink href={rowsOf({ division: row.division, month }, row.indicator)}>{shown(locale, row.now)}</TextLink> },
        { key: 'change', label: changed.difference, numeric: true, cell: (row) => formatDelta(locale, row.now - row.then, Number.isInteger(row.now - row.then) ? 0 : 2) },
      ]}
    />
  );
}
