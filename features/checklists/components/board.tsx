import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { TextLink } from '@/components/ui/link-button';
import { Rate } from '@/components/ui/rate';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { figureHref } from '@/domain/figure';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatPercent, type Locale } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import { messages } from '@/messages/locale';
import type { FilingBoard, FilingCounts } from '../queries/filing-board';

type Props = { board: FilingBoard; filter: Filter; locale: Locale };

/** How the month's filing stands: rates with both counts, by place and by kind of filer. */
export function Board({ board, filter, locale }: Props) {
  const { checklists, indicators } = messages(locale);
  const texts = checklists.board;
  const { total } = board;
  const rows = (id: IndicatorId) => figureHref(filter, id);
  const percent = (part: number) => formatPercent(locale, total.expected === 0 ? null : (part / total.expected) * 100);
  const rate = (label: string, part: number, id: IndicatorId) => (
    <Figure label={label} value={part} text={percent(part)} counts={{ part, whole: total.expected, hrefs: { part: rows(id), whole: rows('checklists.expected') } }} href={rows(id)} locale={locale} />
  );
  return (
    <>
      <FigureRow>
        <Figure label={texts.expected} value={total.expected} unit={indicators.units.checklist} href={rows('checklists.expected')} locale={locale} />
        {rate(texts.completeness, total.filed, 'checklists.filed')}
        {rate(texts.timeliness, total.onTime, 'checklists.on_time')}
        {rate(texts.verifiedRate, total.verified, 'checklists.verified')}
      </FigureRow>
      <Section title={texts.byKind}>
        <Table
          caption={texts.byKind}
          captionHidden
          locale={locale}
          rows={[...board.kinds]}
          rowKey={(row) => row.kind}
          columns={[{ key: 'kind', label: texts.kind, heading: true, cell: (row) => checklists.kinds[row.kind] }, ...rates<FilingBoard['kinds'][number]>(locale)]}
        />
      </Section>
      {board.places.length > 1 && (
        <Section title={texts.byPlace}>
          <Table
            caption={texts.byPlace}
            captionHidden
            locale={locale}
            rows={[...board.places]}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'place',
                label: texts.place,
                heading: true,
                cell: (row) => (row.code === 'own' ? texts.county : <TextLink href={`/checklists${filterQuery(filter, { division: row.code })}`}>{row.name ?? row.code}</TextLink>),
              },
              ...rates<FilingBoard['places'][number]>(locale),
            ]}
          />
        </Section>
      )}
    </>
  );
}

function rates<Row extends FilingCounts>(locale: Locale): Column<Row>[] {
  const texts = messages(locale).checklists.board;
  const rate = (key: string, label: string, part: (row: Row) => number): Column<Row> => ({
    key, label, numeric: true, cell: (row) => <Rate part={part(row)} whole={row.expected} locale={locale} />,
  });
  return [
    rate('filed', texts.completeness, (row) => row.filed),
    rate('onTime', texts.timeliness, (row) => row.onTime),
    rate('verified', texts.verifiedRate, (row) => row.verified),
  ];
}
