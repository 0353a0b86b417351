import { EmptyState } from '@/components/shell/notice';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { formatDateTime, formatDeadline, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Message } from '../queries/read-inbox';
import { ReadButton } from './read-button';

/** The messages, newest first: what they say, how it stands now, and where it is done. */
export function MessageList({ rows, locale }: { rows: Message[]; locale: Locale }) {
  const { inbox } = messages(locale);
  if (rows.length === 0) return <EmptyState title={inbox.none}>{inbox.noneHint}</EmptyState>;
  return (
    <ul className="divide-y divide-line">
      {rows.map((message) => (
        <li key={message.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
          <span className={message.read || message.settled ? 'grow' : 'grow font-medium'}>
            <TextLink href={hrefOf(message)}>{textOf(message, locale)}</TextLink>
            {message.missingNow !== null && (
              <span className="ms-2 text-muted">{message.missingNow === 0 ? inbox.missingNone : inbox.missingNow(formatNumber(locale, message.missingNow))}</span>
            )}
          </span>
          {message.settled ? <Badge tone="green">{inbox.settled}</Badge> : !message.read && <Badge tone="blue">{inbox.unread}</Badge>}
          <time className="text-sm text-muted">{formatDateTime(locale, message.at)}</time>
          {!message.read && !message.settled && <ReadButton id={message.id} label={inbox.read} working={inbox.working} />}
        </li>
      ))}
    </ul>
  );
}

/** A digest opens the names of who is missing, a fund that is short its page; anything else its case or its checklist. */
function hrefOf({ kind, checklistId, month, relief }: Message): string {
  if (kind === 'top-up') return '/funds';
  if (relief) return `/relief/${relief.id}`;
  return checklistId === null ? `/checklists?month=${month}#missing` : `/checklists/${checklistId}`;
}

function textOf({ kind, moment, month, post, missing, dueAt, lockAt, relief }: Message, locale: Locale): string {
  const { inbox, relief: words } = messages(locale);
  if (relief) return inbox.reliefOverdue(relief.no, words.states[relief.state]);
  const name = formatMonth(locale, month);
  if (kind === 'returned' || kind === 'exception' || kind === 'challenge' || kind === 'comment') return inbox[kind](name);
  if (kind === 'top-up') return inbox.topUp();
  if (kind === 'relocked' || !moment) return inbox.relocked(name);
  if (kind === 'digest') return inbox.digests[moment](name, post ?? '', formatNumber(locale, missing), formatDeadline(locale, dueAt));
  return inbox.reminders[moment](name, formatDeadline(locale, dueAt), formatDeadline(locale, lockAt));
}
