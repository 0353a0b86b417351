import { Tabs } from '@/components/shell/tabs';
import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { TextLink } from '@/components/ui/link-button';
import { Rate } from '@/components/ui/rate';
import { type Column, Table } from '@/components/ui/table';
import type { Area } from '@/domain/area';
import type { FilerKind } from '@/domain/checklist';
import { FILING_CUTS, type FilingCounts, type FilingCut, placeLevel } from '@/domain/filing-cut';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatMonth, formatNumber, formatPercent, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';
import type { FilingRates, FilingRow } from '../queries/filing-rates';

type Props = { rates: FilingRates; area: Area; by: FilingCut; filter: Filter; kind: FilerKind | null; locale: Locale };

/** How the month's filing stands: rates with both counts, cut one way at a time, each row with who is missing. */
export function Board({ rates, area, by, filter, kind, locale }: Props) {
  const { checklists, indicators } = messages(locale);
  const texts = checklists.board;
  const { total } = rates;
  const own = by === 'place' && placeLevel(area) === 'village' ? texts.ownTownship : texts.own[by];
  const rows = (id: string) => `/indicators/${id}${filterQuery(filter)}`;
  const percent = (part: number) => formatPercent(locale, total.expected === 0 ? null : (part / total.expected) * 100);
  const rate = (label: string, part: number, id: string) => (
    <Figure label={label} value={part} text={percent(part)} counts={{ part, whole: total.expected }} href={rows(id)} locale={locale} />
  );
  return (
    <>
      <FigureRow>
        <Figure label={texts.expected} value={total.expected} unit={indicators.units.checklist} href={rows('checklists.expected')} locale={locale} />
        {rate(texts.filingRate, total.filed, 'checklists.filed')}
        {rate(texts.completeness, total.complete, 'checklists.complete')}
        {rate(texts.timeliness, total.onTime, 'checklists.on_time')}
        {rate(texts.verifiedRate, total.verified, 'checklists.verified')}
      </FigureRow>
      <p className="mt-1 mb-4 text-sm text-muted">{texts.completeHint}</p>
      <Tabs
        label={texts.title}
        locale={locale}
        tabs={FILING_CUTS.map((cut) => ({ href: `/checklists${filterQuery(filter, {}, { by: cut, kind })}`, label: texts.by[cut], current: cut === by }))}
      />
      <Table caption={texts.by[by]} captionHidden locale={locale} rows={[...rates.rows]} rowKey={(row) => row.key} columns={columns(by, own, filter, locale)} narrow="scroll" />
    </>
  );
}

function columns(by: FilingCut, own: string, filter: Filter, locale: Locale): Column<FilingRow>[] {
  const { board: texts } = messages(locale).checklists;
  const rate = (key: keyof FilingCounts, label: string): Column<FilingRow> => ({
    key, label, numeric: true, cell: (row) => <Rate part={row[key]} whole={row.expected} locale={locale} />,
  });
  return [
    { key: 'key', label: texts.heads[by], heading: true, cell: (row) => <Key row={row} by={by} own={own} filter={filter} locale={locale} /> },
    rate('filed', texts.filingRate),
    rate('complete', texts.completeness),
    rate('onTime', texts.timeliness),
    rate('verified', texts.verifiedRate),
    { key: 'missing', label: texts.notFiled, cell: (row) => <Missing row={row} href={hrefOf(row, by, filter)} locale={locale} /> },
  ];
}

/** Where a row's own list is; a line has none, its filers are named in the row. */
function hrefOf({ key }: FilingRow, by: FilingCut, filter: Filter): string | null {
  if (key === 'own' || by === 'line') return null;
  if (by === 'kind') return `/checklists${filterQuery(filter, {}, { by, kind: key })}`;
  const changed = by === 'place' ? { division: key } : by === 'zone' ? { zone: Number(key) } : { month: key as Month };
  return `/checklists${filterQuery(filter, changed)}`;
}

function Key({ row, by, own, filter, locale }: { row: FilingRow; by: FilingCut; own: string; filter: Filter; locale: Locale }) {
  const { kinds } = messages(locale).checklists;
  const name = by === 'kind' ? kinds[row.key as FilerKind] : by === 'month' ? formatMonth(locale, row.key) : row.key === 'own' ? own : (row.name ?? row.key);
  const href = hrefOf(row, by, filter);
  return href ? <TextLink href={href}>{name}</TextLink> : name;
}

function Missing({ row, href, locale }: { row: FilingRow; href: string | null; locale: Locale }) {
  const { board: texts } = messages(locale).checklists;
  const count = row.expected - row.filed;
  const all = texts.andMore(formatNumber(locale, count));
  if (count <= 0) return null;
  if (row.missing.length === 0) return href ? <TextLink href={`${href}#missing`}>{formatNumber(locale, count)}</TextLink> : formatNumber(locale, count);
  return (
    <span className="flex flex-wrap gap-x-2">
      {row.missing.map(({ id, name }) => (
        <TextLink key={id} href={`/checklists/${id}`}>
          {name}
        </TextLink>
      ))}
      {count > row.missing.length && (href ? <TextLink href={`${href}#missing`}>{all}</TextLink> : <span className="text-muted">{all}</span>)}
    </span>
  );
}
