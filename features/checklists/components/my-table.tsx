import { EmptyState } from '@/components/shell/notice';
import { LinkButton } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { isWritable } from '@/domain/checklist';
import { formatDateTime, formatDeadline, formatMonth, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { MyChecklist } from '../queries/my-checklists';
import { StateBadge } from './state-badge';

/** The filer's own checklists: what is to be done stands on the button. */
export function MyTable({ rows, locale }: { rows: MyChecklist[]; locale: Locale }) {
  const { checklists } = messages(locale);
  const { mine } = checklists;
  const todo = (row: MyChecklist) => isWritable(row.state) && row.time !== 'locked';
  if (rows.length === 0) return <EmptyState title={mine.none}>{mine.noneHint}</EmptyState>;
  return (
    <Table
      caption={mine.title}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      columns={[
        { key: 'month', label: mine.month, heading: true, tight: true, cell: (row) => formatMonth(locale, row.month) },
        { key: 'post', label: mine.post, cell: (row) => row.post },
        { key: 'state', label: mine.state, cell: (row) => <StateBadge state={row.state} locale={locale} /> },
        { key: 'due', label: mine.due, tight: true, cell: (row) => <Due row={row} locale={locale} /> },
        { key: 'filed', label: mine.filed, tight: true, cell: (row) => formatDateTime(locale, row.filedAt === null ? null : new Date(row.filedAt)) },
        {
          key: 'open',
          label: checklists.board.open,
          tight: true,
          cell: (row) => (
            <LinkButton href={`/checklists/${row.id}`} small tone={todo(row) && row.over ? 'primary' : 'secondary'}>
              {row.state === 'returned' && todo(row) ? mine.correct : todo(row) ? mine.fill : mine.look}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

/** Until when it can be filed; of what was filed already and came back: again, that is until the lock. Once locked, since when and why it cannot. */
function Due({ row, locale }: { row: MyChecklist; locale: Locale }) {
  const { deadline } = messages(locale).checklists;
  if (!isWritable(row.state) || (row.time === 'in-time' && row.filedAt === null)) return formatDeadline(locale, row.dueAt);
  if (row.openUntil) return <strong>{deadline.openUntil(formatDeadline(locale, row.openUntil))}</strong>;
  if (row.filedAt !== null && row.time !== 'locked') return formatDeadline(locale, row.lockAt);
  if (row.time === 'late') return <strong>{deadline.lateMark}</strong>;
  return <span title={deadline.locked(formatMonth(locale, row.month), formatDeadline(locale, row.dueAt), formatDeadline(locale, row.lockAt))}>{deadline.lockedMark}</span>;
}
