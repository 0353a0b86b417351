import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { contains } from '@/domain/area';
import { formatNumber, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { PostRow } from '../queries/list-posts';
import { dutyNames, Holders } from './holders';

/** Posts of one kind with who serves and what is vacant. */
export function PostTable({ viewer, locale, caption, rows }: { viewer: Viewer; locale: Locale; caption: string; rows: PostRow[] }) {
  const { list: t } = messages(locale).posts;
  const { area } = viewer.scope;
  return (
    <Table
      caption={caption}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={t.empty}
      columns={[
        { key: 'name', label: t.columns.name, cell: (row) => <TextLink href={`/posts/${row.id}`}>{row.name}</TextLink> },
        { key: 'place', label: t.columns.place, tight: true, cell: (row) => (area && contains(area, row.division) ? <TextLink href={`/divisions/${row.division}`}>{row.place}</TextLink> : row.place) },
        { key: 'holders', label: t.columns.holders, cell: (row) => <Holders locale={locale} holders={row.holders} /> },
        { key: 'members', label: t.columns.members, numeric: true, cell: (row) => formatNumber(locale, row.holders.length) },
        { key: 'vacant', label: t.columns.vacant, cell: (row) => (row.vacant.length > 0 ? <Badge tone="red">{dutyNames(locale, row.vacant)}</Badge> : t.none) },
      ]}
    />
  );
}
