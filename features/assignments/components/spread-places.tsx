import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Coverage } from '../queries/coverage';

/** Where there is something to spread, most first: townships, or the villages of one; each leads on to its plan. */
export function SpreadPlaces({ locale, coverage }: { locale: Locale; coverage: Coverage }) {
  const { gaps, spread: t } = messages(locale).assignments;
  const rows = coverage.places.filter(({ gaps: { orphaned, overloaded } }) => orphaned + overloaded > 0)
    .toSorted((a, b) => b.gaps.orphaned - a.gaps.orphaned || b.gaps.overloaded - a.gaps.overloaded || (a.code < b.code ? -1 : 1));
  return (
    <Section title={t.places}>
      <Table
        caption={t.places}
        captionHidden
        locale={locale}
        rows={rows}
        rowKey={(row) => row.code}
        empty={t.none}
        columns={[
          { key: 'place', label: t.place, cell: ({ code, name }) => <TextLink href={`/assignments/spread?division=${code}`}>{name}</TextLink> },
          { key: 'orphaned', label: gaps.orphaned, numeric: true, cell: (row) => formatNumber(locale, row.gaps.orphaned) },
          { key: 'overloaded', label: gaps.overloaded, numeric: true, cell: (row) => formatNumber(locale, row.gaps.overloaded) },
        ]}
      />
    </Section>
  );
}
