import { formatDateTime, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { ChecklistView, EntryView } from '../queries/find-checklist';
import { CommentBox } from './comment-box';

type Props = { checklist: Pick<ChecklistView, 'id' | 'speaks'>; entry: EntryView; locale: Locale };

/** What filer and reviewers said to each other about an entry, oldest first, and the box to say more. */
export function Thread({ checklist, entry: { no, comments }, locale }: Props) {
  const { thread } = messages(locale).checklists;
  if (comments.length === 0 && !checklist.speaks) return null;
  const { label, send, sending, failed } = thread;
  return (
    <details id={`thread-${no}`} open={comments.length > 0} className="mt-2 max-w-3xl text-sm font-normal">
      <summary className="min-h-9 cursor-pointer py-1.5 text-muted lg:min-h-0 lg:py-0">{comments.length === 0 ? thread.none : thread.title(comments.length)}</summary>
      <ol className="mt-1 space-y-1 border-s border-line-strong ps-3">
        {comments.map(({ id, at, who, text }) => (
          <li key={id}>
            <span className="font-medium">{who}</span> <time className="text-muted">{formatDateTime(locale, new Date(at))}</time>
            <p className="whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ol>
      {checklist.speaks && <CommentBox checklist={checklist.id} entry={no} texts={{ label: label(no), send, sending, failed }} />}
    </details>
  );
}
