import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { POST_KINDS } from '@/domain/command';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { KindCount } from '../queries/list-posts';

/** How many posts of each kind there are and how many lack somebody; each number opens its list. */
export function KindCounts({ locale, counts, href }: { locale: Locale; counts: KindCount[]; href: (kind: string, vacant: boolean) => string }) {
  const { posts: t, common } = messages(locale);
  const rows = counts.toSorted((a, b) => POST_KINDS.indexOf(a.kind) - POST_KINDS.indexOf(b.kind));
  const linked = (count: number, kind: string, vacant: boolean, label: string) =>
    count === 0 ? formatNumber(locale, 0) : <TextLink href={href(kind, vacant)} label={common.rowsOf(label)}>{formatNumber(locale, count)}</TextLink>;
  return (
    <Table
      caption={t.counts.title}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => row.kind}
      columns={[
        { key: 'kind', label: t.counts.columns.kind, cell: (row) => t.kinds[row.kind] },
        { key: 'posts', label: t.counts.columns.posts, numeric: true, cell: (row) => linked(row.posts, row.kind, false, t.kinds[row.kind]) },
        { key: 'filled', label: t.counts.columns.filled, numeric: true, cell: (row) => formatNumber(locale, row.posts - row.vacant) },
        { key: 'vacant', label: t.counts.columns.vacant, numeric: true, cell: (row) => linked(row.vacant, row.kind, true, `${t.kinds[row.kind]} ${t.counts.columns.vacant}`) },
      ]}
    />
  );
}
