import { filingTime } from '@/domain/deadline';
import type { Filter } from '@/domain/filter';
import { filterQuery } from '@/domain/filter';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { EntryHistory } from '../queries/entry-history';
import type { ChecklistView } from '../queries/find-checklist';
import { type Clauses, clauseOf } from './answers';
import { ReviewEntry } from './review-entry';
import { ReviewForm } from './review-form';

type Props = {
  checklist: ChecklistView;
  history: Map<string, EntryHistory>;
  clauses: Clauses;
  /** The queue the reviewer works through: where this one stands in it (from 1), of how many, and the next one's id, or null at its end. Absent when opened by itself. */
  queue: { filter: Filter; kind: string | null; at: number; of: number; next: number | null } | null;
  locale: Locale;
};

/** The office's side of a checklist: entry by entry, then the next of the queue. */
export function Reviewing({ checklist, history, clauses, queue, locale }: Props) {
  const { review, form } = messages(locale).checklists;
  const { reason, verify, sendBack, verifying, sendingBack, keys, conflict, look, next, skip } = review;
  const { failed, problems, signIn, offlineReview, tooLarge } = form;
  const texts = { reason, verify, sendBack, verifying, sendingBack, keys, conflict, look, next, skip, failed, problems, signIn, offline: offlineReview, 'too-large': tooLarge, broken: messages(locale).errors.codes.failed };
  const back = queue ? `/checklists/review${filterQuery(queue.filter, {}, { kind: queue.kind })}` : `/checklists/review?month=${checklist.month}`;
  const onward = queue?.next ? `/checklists/${queue.next}${filterQuery(queue.filter, {}, { kind: queue.kind, queue: 1 })}` : back;
  const place = queue && queue.at > 0 ? review.position(formatNumber(locale, queue.at), formatNumber(locale, queue.of)) : '';
  const locked = filingTime(checklist.month, checklist.days, checklist.now) === 'locked';
  return (
    <ReviewForm key={checklist.id} id={checklist.id} version={checklist.version} next={onward} queue={queue && { place, skip: queue.next ? onward : null }} locked={locked} texts={texts}>
      {checklist.entries.map((entry) => (
        <ReviewEntry key={entry.no} checklist={checklist} entry={entry} history={entry.indicator ? history.get(entry.indicator) : undefined} clause={clauseOf(clauses, entry)} locale={locale} />
      ))}
    </ReviewForm>
  );
}
