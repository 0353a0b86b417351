import { TextLink } from '@/components/ui/link-button';
import { Rate } from '@/components/ui/rate';
import { Table } from '@/components/ui/table';
import { type Gap, GAPS } from '@/domain/assignment';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Coverage } from '../queries/coverage';

/** Coverage and gaps by township, or by the villages of one; every number opens its rows. */
export function CoverageTable({ locale, coverage, href }: { locale: Locale; coverage: Coverage; href: (division: string, gap: Gap | null) => string }) {
  const { coverage: t, gaps } = messages(locale).assignments;
  return (
    <Table
      caption={t.byPlace}
      captionHidden
      locale={locale}
      rows={coverage.places}
      rowKey={(row) => row.code}
      columns={[
        { key: 'place', label: t.columns.place, cell: (row) => <TextLink href={href(row.code, null)}>{row.name}</TextLink> },
        { key: 'coverage', label: t.columns.coverage, numeric: true, cell: (row) => <Rate part={row.registered - row.gaps.orphaned} whole={row.registered} locale={locale} /> },
        ...GAPS.map((gap) => ({
          key: gap, label: gaps[gap], numeric: true,
          cell: (row: Coverage['places'][number]) => {
            const count = formatNumber(locale, row.gaps[gap]);
            return row.gaps[gap] === 0 ? count : <TextLink href={href(row.code, gap)} label={`${row.name} ${gaps[gap]} ${count}`}>{count}</TextLink>;
          },
        })),
      ]}
    />
  );
}
