import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { may } from '@/domain/access';
import { ABSENT, formatDate, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { CadreRow } from '../queries/household-cadres';

/** Who is and was responsible for a household. */
export function CadreTable({ viewer, locale, rows }: { viewer: Viewer; locale: Locale; rows: CadreRow[] }) {
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
        { key: 'handover', label: t.columns.handover, cell: (row) => <Sheet viewer={viewer} locale={locale} id={row.handoverId} /> },
      ]}
    />
  );
}

function Sheet({ viewer, locale, id }: { viewer: Viewer; locale: Locale; id: number | null }) {
  const { households: { support }, assignments: { sheet } } = messages(locale);
  if (id === null) return ABSENT;
  return may(viewer, 'assignments.view') ? <TextLink href={`/assignments/handovers/${id}`}>{support.sheet}</TextLink> : sheet.no(String(id));
}
