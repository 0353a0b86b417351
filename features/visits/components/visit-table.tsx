import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { may } from '@/domain/access';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { VisitRow } from '../queries/household-visits';

/** Visits of a household, newest first. */
export function VisitTable({ viewer, locale, rows, first }: { viewer: Viewer; locale: Locale; rows: VisitRow[]; first: boolean }) {
  const { common, visits: t } = messages(locale);
  return (
    <Table
      caption={t.title}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={first ? t.none : t.noneHere}
      columns={[
        { key: 'day', label: t.columns.day, tight: true, cell: (row) => (may(viewer, 'visits.view') ? <TextLink href={`/visits/${row.id}`}>{formatDate(locale, row.visitedOn)}</TextLink> : formatDate(locale, row.visitedOn)) },
        { key: 'cadre', label: t.columns.cadre, tight: true, cell: (row) => row.cadre },
        { key: 'seen', label: t.columns.seen, tight: true, cell: (row) => t.seen[row.seen] },
        { key: 'note', label: t.columns.note, cell: (row) => row.note ?? common.none },
        { key: 'outcome', label: t.columns.outcome, tight: true, cell: (row) => t.outcomes[row.outcome] },
        { key: 'photos', label: t.columns.photos, numeric: true, cell: (row) => formatNumber(locale, row.photos) },
      ]}
    />
  );
}
