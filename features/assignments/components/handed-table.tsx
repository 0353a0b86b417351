import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { HandedRow } from '../queries/reassignable';

/** The households about to be handed over. */
export function HandedTable({ locale, rows }: { locale: Locale; rows: HandedRow[] }) {
  const { assignments, households } = messages(locale);
  const t = assignments.reassign;
  return (
    <Table
      caption={t.steps.households}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      columns={[
        { key: 'head', label: households.columns.head, cell: (row) => <TextLink href={`/households/${row.id}`}>{row.headName}</TextLink> },
        { key: 'no', label: households.columns.no, tight: true, cell: (row) => row.no },
        { key: 'village', label: households.columns.village, tight: true, cell: (row) => row.village },
        { key: 'people', label: t.people, numeric: true, cell: (row) => formatNumber(locale, row.people) },
        { key: 'cadre', label: t.now, tight: true, cell: (row) => row.cadreName ?? t.nobody },
      ]}
    />
  );
}
