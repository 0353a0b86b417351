import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { type Deadlines, deadlines } from '@/domain/deadline';
import { type CalendarRow, daysOf } from '@/domain/filing-calendar';
import { formatDeadline, formatMonth, formatWeekday, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';

type Props = { caption: string; months: readonly Month[]; rows: readonly CalendarRow[]; before?: readonly CalendarRow[]; now: Date; locale: Locale };

/** The instants that a calendar makes, month by month; beside another calendar, what would change. */
export function DeadlineTable({ caption, months, rows, before, now, locale }: Props) {
  const { calendar } = messages(locale);
  const at = (month: Month, of: readonly CalendarRow[]) => deadlines(month, daysOf(of, month));
  const instant = (name: keyof Deadlines, month: Month) => {
    const is = at(month, rows)[name];
    const was = before && at(month, before)[name];
    const text = `${formatDeadline(locale, is)} ${formatWeekday(locale, new Date(is.getTime() - 1))}`;
    return was && was.getTime() !== is.getTime() ? (
      <>
        <del className="me-2 text-muted">{formatDeadline(locale, was)}</del>
        <ins className="font-medium no-underline">{text}</ins>
      </>
    ) : text;
  };
  return (
    <Table
      caption={caption}
      captionHidden
      locale={locale}
      rows={[...months]}
      rowKey={(month) => month}
      columns={[
        { key: 'month', label: calendar.month, heading: true, tight: true, cell: (month) => formatMonth(locale, month) },
        { key: 'due', label: calendar.due, cell: (month) => instant('dueAt', month) },
        { key: 'lock', label: calendar.lock, cell: (month) => instant('lockAt', month) },
        { key: 'state', label: calendar.state, cell: (month) => now >= at(month, rows).lockAt && <Badge>{calendar.locked}</Badge> },
      ]}
    />
  );
}
