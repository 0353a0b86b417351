import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { formatDateTime, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { HandoverRow } from '../queries/list-handovers';

const stateOf = ({ given, taken }: HandoverRow) => (given ? (taken ? 'done' : 'given') : taken ? 'taken' : 'open');

/** Hand-overs with who has confirmed yet. */
export function HandoverTable({ locale, rows }: { locale: Locale; rows: HandoverRow[] }) {
  const { handovers: t } = messages(locale).assignments;
  return (
    <Table
      caption={t.recent}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={t.none}
      columns={[
        { key: 'at', label: t.columns.at, tight: true, cell: (row) => <TextLink href={`/assignments/handovers/${row.id}`}>{formatDateTime(locale, row.at)}</TextLink> },
        { key: 'village', label: t.columns.village, tight: true, cell: (row) => row.village },
        { key: 'from', label: t.columns.from, cell: (row) => row.fromName ?? t.noOne },
        { key: 'to', label: t.columns.to, cell: (row) => row.toName },
        { key: 'state', label: t.columns.state, tight: true, cell: (row) => <Badge tone={row.given && row.taken ? 'green' : 'yellow'}>{t.states[stateOf(row)]}</Badge> },
      ]}
    />
  );
}
