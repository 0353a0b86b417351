import { TextLink } from '@/components/ui/link-button';
import { Rate } from '@/components/ui/rate';
import { type Column, Table } from '@/components/ui/table';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Coverage, PlaceCoverage } from '../queries/coverage';

/** Coverage and gaps by township, or by the villages of one. */
export function CoverageTable({ locale, coverage, filter }: { locale: Locale; coverage: Coverage; filter: Filter }) {
  const { coverage: t } = messages(locale).assignments;
  const href = (code: string, gap?: string) => `/assignments${filterQuery(filter, { division: code }, { gap: gap ?? null })}`;
  const gap = (key: 'noSecretary' | 'noTechnician' | 'overloaded', name: string, label: string): Column<PlaceCoverage> => ({
    key, label, numeric: true,
    cell: (row) => (row[key] === 0 ? formatNumber(locale, 0) : <TextLink href={href(row.code, name)} label={`${row.name} ${label} ${row[key]}`}>{formatNumber(locale, row[key])}</TextLink>),
  });
  return (
    <Table
      caption={t.byPlace}
      captionHidden
      locale={locale}
      rows={coverage.places}
      rowKey={(row) => row.code}
      columns={[
        { key: 'place', label: t.columns.place, cell: (row) => <TextLink href={href(row.code)}>{row.name}</TextLink> },
        { key: 'coverage', label: t.columns.coverage, numeric: true, cell: (row) => <Rate part={row.assigned} whole={row.registered} locale={locale} /> },
        {
          key: 'without', label: t.columns.without, numeric: true,
          cell: (row) => {
            const without = row.registered - row.assigned;
            return without === 0 ? formatNumber(locale, 0) : <TextLink href={href(row.code, 'no-cadre')} label={`${row.name} ${t.columns.without} ${without}`}>{formatNumber(locale, without)}</TextLink>;
          },
        },
        gap('noSecretary', 'no-first-secretary', t.columns.secretary),
        gap('noTechnician', 'no-technician', t.columns.technician),
        gap('overloaded', 'overloaded', t.columns.overloaded),
      ]}
    />
  );
}
