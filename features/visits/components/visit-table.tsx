import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { formatDate, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { VisitRow } from '../queries/household-visits';

/** Visits of a household. A demand that was not solved stands out. */
export function VisitTable({ locale, rows, first }: { locale: Locale; rows: VisitRow[]; first: boolean }) {
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
        { key: 'day', label: t.columns.day, tight: true, cell: (row) => formatDate(locale, row.visitedOn) },
        { key: 'cadre', label: t.columns.cadre, tight: true, cell: (row) => row.cadre },
        { key: 'seen', label: t.columns.seen, tight: true, cell: (row) => t.seen[row.seen] },
        { key: 'demand', label: t.columns.demand, cell: (row) => row.demand ?? common.none },
        { key: 'outcome', label: t.columns.outcome, tight: true, cell: (row) => (row.demand && row.outcome !== 'solved' ? <Badge tone="yellow">{t.outcomes[row.outcome]}</Badge> : t.outcomes[row.outcome]) },
      ]}
    />
  );
}
