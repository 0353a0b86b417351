import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { ABSENT, formatDate, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { CadreRow } from '../queries/household-cadres';

/** Who is and was responsible for a household. */
export function CadreTable({ locale, rows }: { locale: Locale; rows: CadreRow[] }) {
  const { support: t } = messages(locale).households;
  return (
    <Table
      caption={t.title}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={<Badge tone="red">{t.none}</Badge>}
      columns={[
        { key: 'cadre', label: t.columns.cadre, cell: (row) => (row.left ? <>{row.name} <Badge tone="red">{t.left}</Badge></> : row.name) },
        { key: 'department', label: t.columns.department, cell: (row) => row.department ?? ABSENT },
        { key: 'from', label: t.columns.from, tight: true, cell: (row) => formatDate(locale, row.startsOn) },
        { key: 'until', label: t.columns.until, tight: true, cell: (row) => (row.endsOn ? formatDate(locale, row.endsOn) : t.now) },
        { key: 'handover', label: t.columns.handover, cell: (row) => (row.handoverId ? <TextLink href={`/assignments/handovers/${row.handoverId}`}>{t.sheet}</TextLink> : ABSENT) },
      ]}
    />
  );
}
