import type { ReactNode } from 'react';
import { formatDateTime, type Locale } from '@/domain/format';

export type TimelineEvent = { key: string; at: Date | string; who: string; what: string; note?: ReactNode };

/** What happened, newest first as given: when, who, what, why. */
export function Timeline({ events, locale }: { events: TimelineEvent[]; locale: Locale }) {
  return (
    <ol className="ms-1 border-s border-line-strong">
      {events.map(({ key, at, who, what, note }) => (
        <li key={key} className="relative ps-4 pb-3 last:pb-0">
          <span aria-hidden="true" className="absolute -start-[0.3125rem] top-2 size-2.5 rounded-full border-2 border-ground bg-line-strong" />
          <p>
            <span className="font-medium">{what}</span> <span>{who}</span> <time className="text-sm text-muted">{formatDateTime(locale, at)}</time>
          </p>
          {note && <div className="text-muted">{note}</div>}
        </li>
      ))}
    </ol>
  );
}
