import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { MyVisit } from '../queries/my-visits';

/** What I recorded lately, each with its own page. */
export function LatestVisits({ locale, rows }: { locale: Locale; rows: MyVisit[] }) {
  const { visits: t } = messages(locale);
  return (
    <Table
      caption={t.work.latest}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={t.work.latestNone}
      columns={[
        { key: 'household', label: t.work.columns.household, cell: (row) => <TextLink href={`/visits/${row.id}`}>{row.name}</TextLink> },
        { key: 'day', label: t.columns.day, tight: true, cell: (row) => formatDate(locale, row.visitedOn) },
        { key: 'seen', label: t.columns.seen, tight: true, cell: (row) => t.seen[row.seen] },
        { key: 'outcome', label: t.columns.outcome, tight: true, cell: (row) => t.outcomes[row.outcome] },
        { key: 'photos', label: t.columns.photos, numeric: true, cell: (row) => formatNumber(locale, row.photos) },
      ]}
    />
  );
}
