import { ChangedMark } from '@/components/ui/changed-mark';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/link-button';
import type { Reading } from '@/db/readings';
import type { Changed } from '@/db/late-changes';
import { changedHref, figureHref, formatFigure } from '@/domain/figure';
import type { Filter } from '@/domain/filter';
import { formatNumber, type Locale } from '@/domain/format';
import { indicator } from '@/domain/indicators';
import { messages } from '@/messages/locale';

/** All indicators by topic with their values; a rate with its two counts, marked where it was corrected after the close. */
export function IndicatorIndex({ locale, filter, readings, changed }: { locale: Locale; filter: Filter; readings: Reading[]; changed: Changed | null }) {
  const { indicators, figures, common } = messages(locale);
  const { columns } = indicators;
  const counts = ({ indicator: id, numerator, denominator }: Reading) =>
    denominator !== null && (indicator(id).unit === 'percent' ? common.of : indicators.over)(formatNumber(locale, numerator), formatNumber(locale, denominator));
  const topics = [...new Set(readings.map((reading) => indicator(reading.indicator).topic))];
  return topics.map((topic) => (
    <Section key={topic} title={indicators.topics[topic]}>
      <Table
        caption={indicators.topics[topic]}
        captionHidden
        locale={locale}
        rows={readings.filter((reading) => indicator(reading.indicator).topic === topic)}
        rowKey={(reading) => reading.indicator}
        columns={[
          { key: 'name', label: columns.name, cell: ({ indicator: id }) => <TextLink href={figureHref(filter, id)}>{figures[id].name}</TextLink> },
          { key: 'value', label: columns.value, numeric: true, tight: true, cell: (reading) => (
            <>
              <Value locale={locale} reading={reading} />
              {changed?.has(reading.indicator) && <div className="text-sm"><ChangedMark href={changedHref(filter, reading.indicator)} label={figures[reading.indicator].name} locale={locale} /></div>}
            </>
          ) },
          { key: 'counts', label: columns.counts, numeric: true, tight: true, cell: (reading) => counts(reading) },
          { key: 'source', label: columns.source, tight: true, cell: ({ indicator: id }) => indicators.sources[indicator(id).source] },
          { key: 'formula', label: columns.formula, cell: ({ indicator: id }) => <span className="text-muted">{figures[id].formula}</span> },
        ]}
      />
    </Section>
  ));
}

function Value({ locale, reading: { indicator: id, value } }: { locale: Locale; reading: Reading }) {
  const { unit } = indicator(id);
  return (
    <>
      <span className="font-semibold">{formatFigure(locale, id, value)}</span>
      {unit !== 'percent' && <span className="ms-1 text-sm text-muted">{messages(locale).indicators.units[unit]}</span>}
    </>
  );
}
