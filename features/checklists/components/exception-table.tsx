import { EmptyState } from '@/components/shell/notice';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { formatDateTime, formatDeadline, formatMonth, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { ExceptionRow } from '../queries/list-exceptions';
import { StateBadge } from './state-badge';

/** Whom a locked month was opened for, by whom, why, and until when. */
export function ExceptionTable({ rows, locale }: { rows: ExceptionRow[]; locale: Locale }) {
  const { checklists } = messages(locale);
  const { exception, review, mine } = checklists;
  if (rows.length === 0) return <EmptyState title={exception.none}>{exception.noneHint}</EmptyState>;
  return (
    <Table
      caption={exception.list}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      columns={[
        { key: 'filer', label: review.filer, heading: true, cell: (row) => <TextLink href={`/checklists/${row.checklistId}`}>{row.filer}</TextLink> },
        { key: 'kind', label: review.kind, cell: (row) => checklists.kinds[row.kind] },
        { key: 'place', label: review.place, cell: (row) => row.place },
        { key: 'month', label: mine.month, tight: true, cell: (row) => formatMonth(locale, row.month) },
        { key: 'reason', label: exception.reason, cell: (row) => (row.cause === 'challenge' ? exception.forAnswer(row.reason) : row.reason) },
        { key: 'granter', label: exception.granter, cell: (row) => `${row.granter} ${formatDateTime(locale, row.grantedAt)}` },
        {
          key: 'expiry',
          label: exception.expiry,
          cell: (row) => (
            <>
              {formatDeadline(locale, new Date(row.expiresAt))} <Badge tone={row.running ? 'yellow' : 'neutral'}>{row.running ? exception.running : exception.ended}</Badge>
            </>
          ),
        },
        { key: 'state', label: mine.state, cell: (row) => <StateBadge state={row.state} locale={locale} /> },
      ]}
    />
  );
}
