import { Notice } from '@/components/shell/notice';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatDateTime, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { JobBoard, Post } from '../queries/job-board';

const TONES = { waiting: 'yellow', delivered: 'green', 'given-up': 'red' } as const satisfies Record<Post['state'], string>;

/** What the calendar did last, and what the county's own messenger took. */
export function JobTables({ board, locale }: { board: JobBoard; locale: Locale }) {
  const { jobs } = messages(locale);
  const { counts, messenger } = board;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <>
      <Section title={jobs.messenger}>
        {messenger === null ? <Notice title={jobs.noMessenger}>{jobs.noMessengerHint}</Notice> : (
          <p className="mb-3">{jobs.messengerSummary(messenger, number(counts.delivered), number(counts.waiting), number(counts['given-up']))}</p>
        )}
        {board.posts.length > 0 && (
          <Table
            caption={jobs.messenger}
            captionHidden
            locale={locale}
            rows={[...board.posts]}
            rowKey={(row) => row.id}
            columns={[
              { key: 'event', label: jobs.event, heading: true, cell: (row) => jobs.events[row.event] },
              { key: 'created', label: jobs.created, tight: true, cell: (row) => formatDateTime(locale, row.createdAt) },
              { key: 'attempts', label: jobs.attempts, numeric: true, cell: (row) => number(row.attempts) },
              { key: 'state', label: jobs.state, cell: (row) => <Badge tone={TONES[row.state]}>{jobs.states[row.state]}</Badge> },
              { key: 'next', label: jobs.next, tight: true, cell: (row) => (row.state === 'waiting' ? formatDateTime(locale, row.nextAt) : '') },
              { key: 'problem', label: jobs.problem, cell: (row) => row.problem ?? '' },
            ]}
          />
        )}
      </Section>
      <Section title={jobs.runs}>
        <Table
          caption={jobs.runs}
          captionHidden
          locale={locale}
          empty={jobs.none}
          rows={[...board.runs]}
          rowKey={(row) => `${row.job} ${row.occasion}`}
          columns={[
            { key: 'job', label: jobs.job, heading: true, cell: (row) => jobs.names[row.job] },
            { key: 'occasion', label: jobs.occasion, cell: (row) => row.occasion },
            { key: 'at', label: jobs.at, tight: true, cell: (row) => formatDateTime(locale, row.at) },
            { key: 'made', label: jobs.made, numeric: true, cell: (row) => number(row.made) },
          ]}
        />
      </Section>
    </>
  );
}
