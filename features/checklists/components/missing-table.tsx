import { Pages } from '@/components/shell/pagination';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { type Filter, filterQuery } from '@/domain/filter';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { MissingFiler } from '../queries/missing-filers';
import { StateBadge } from './state-badge';

type Props = { missing: { rows: MissingFiler[]; total: number }; page: number; size: number; filter: Filter; kind: string | null; locale: Locale };

/** Who has not filed, by name. */
export function MissingTable({ missing, page, size, filter, kind, locale }: Props) {
  const { checklists } = messages(locale);
  const texts = checklists.board;
  const { rows, total } = missing;
  const at = (to: number) => `/checklists${filterQuery(filter, {}, { kind, page: to })}#missing`;
  return (
    <>
      <Table
        caption={texts.missing}
        captionHidden
        locale={locale}
        empty={texts.missingNone}
        rows={rows}
        rowKey={(row) => String(row.id)}
        columns={[
          { key: 'filer', label: texts.filer, heading: true, cell: (row) => <TextLink href={`/checklists/${row.id}`}>{row.filer}</TextLink> },
          { key: 'kind', label: texts.kind, cell: (row) => checklists.kinds[row.kind] },
          { key: 'place', label: texts.place, cell: (row) => row.place },
          { key: 'state', label: checklists.mine.state, cell: (row) => <StateBadge state={row.state} locale={locale} /> },
        ]}
      />
      {total > size && <Pages locale={locale} page={page} size={size} total={total} hrefOf={at} />}
    </>
  );
}
