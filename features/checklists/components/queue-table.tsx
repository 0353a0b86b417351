import { EmptyState } from '@/components/shell/notice';
import { Pages } from '@/components/shell/pagination';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatDateTime, formatNumber, formatPercent, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { QueuedChecklist } from '../queries/review-queue';
import { PickBox } from './pick-box';
import { VerdictBadge } from './state-badge';

export const QUEUE_PAGE = 50;

type Props = {
  queue: QueuedChecklist[];
  page: number;
  filter: Filter;
  kind: string | null;
  /** Only what the records support whole, with a box to tick before each. */
  plain?: boolean;
  locale: Locale;
};

/** What waits for the office, most doubtful first. Each link carries the queue, so that the next one opens by itself. */
export function QueueTable({ queue, page, filter, kind, plain, locale }: Props) {
  const { checklists } = messages(locale);
  const texts = checklists.review;
  if (queue.length === 0) return <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>;
  const first = (page - 1) * QUEUE_PAGE;
  const rows = queue.slice(first, first + QUEUE_PAGE);
  const at = (to: number) => `/checklists/review${filterQuery(filter, {}, { kind, page: to, plain: plain ? 1 : null })}`;
  return (
    <>
      <Table
        caption={texts.title}
        captionHidden
        locale={locale}
        rows={rows}
        rowKey={(row) => String(row.id)}
        columns={[
          ...(plain ? [{ key: 'pick', label: texts.pick, cell: pick }] : []),
          { key: 'filer', label: texts.filer, heading: true, cell: (row) => <TextLink href={`/checklists/${row.id}${filterQuery(filter, {}, { kind, queue: 1 })}`}>{row.filer}</TextLink> },
          { key: 'kind', label: texts.kind, cell: (row) => checklists.kinds[row.kind] },
          { key: 'place', label: texts.place, cell: (row) => row.place },
          { key: 'worst', label: texts.worst, cell: (row) => <VerdictBadge verdict={row.worst} locale={locale} /> },
          { key: 'doubtful', label: texts.doubtful, numeric: true, cell: (row) => formatNumber(locale, row.doubtful) },
          { key: 'deviation', label: texts.deviation, numeric: true, cell: (row) => (row.deviation === 0 ? '' : formatPercent(locale, row.deviation * 100, 0)) },
          { key: 'comments', label: texts.comments, numeric: true, cell: (row) => (row.comments === 0 ? '' : formatNumber(locale, row.comments)) },
          {
            key: 'filed',
            label: texts.filed,
            tight: true,
            cell: (row) => (
              <>
                {formatDateTime(locale, new Date(row.submittedAt))} {row.late && <Badge tone="yellow">{checklists.deadline.lateMark}</Badge>} {row.own && <Badge>{texts.own}</Badge>}
              </>
            ),
          },
        ]}
      />
      {queue.length > QUEUE_PAGE && <Pages locale={locale} page={page} size={QUEUE_PAGE} total={queue.length} hrefOf={at} />}
    </>
  );
}

const pick = ({ id, version, filer }: QueuedChecklist) => <PickBox value={`${id}:${version}`} label={filer} />;
