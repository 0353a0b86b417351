import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/link-button';
import { digitsOf } from '@/domain/figure';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatDelta, formatMonth, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Correction } from '../queries/changed-since-close';

/** What changed a closed month's figure after the close: where, which month, booked when. */
export function Corrections({ locale, corrections, filter }: { locale: Locale; corrections: Correction[]; filter: Filter }) {
  const { indicators, figures } = messages(locale);
  const texts = indicators.known;
  if (corrections.length === 0) return null;
  return (
    <Section id="changed" title={texts.title}>
      <p className="mb-2 text-muted">{texts.intro}</p>
      <Table
        caption={texts.title}
        captionHidden
        locale={locale}
        rows={corrections}
        rowKey={({ indicator, division, month, known }) => `${indicator} ${division} ${month} ${known}`}
        columns={[
          { key: 'place', label: texts.place, cell: ({ division, place, month }) => <TextLink href={`/divisions/${division}${filterQuery(filter, { month, division: null, zone: null })}`}>{place}</TextLink> },
          { key: 'indicator', label: indicators.columns.name, cell: ({ indicator }) => figures[indicator].name },
          { key: 'month', label: texts.month, tight: true, cell: ({ month }) => formatMonth(locale, month) },
          { key: 'booked', label: texts.booked, tight: true, cell: ({ known }) => formatMonth(locale, known) },
          { key: 'change', label: texts.change, numeric: true, cell: ({ indicator, change }) => formatDelta(locale, change, digitsOf(indicator)) },
        ]}
      />
    </Section>
  );
}
