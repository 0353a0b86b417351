import { type ChartOption, type ChartTable, tone } from '@/components/charts/option';
import { digitsOf, formatFigure } from '@/domain/figure';
import { formatMonth, type Locale } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import { messages } from '@/messages/locale';

export interface Drawn {
  option: ChartOption;
  table: ChartTable;
  summary: string;
}

interface Point {
  month: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** Beside the line, the share of poor people at which a village or the county may leave the list (一低). */
const EXIT_LINE = 3;

/** An indicator month by month; incidence with the line of 3 % below which a place may exit. */
export function trendChart(locale: Locale, id: IndicatorId, points: readonly Point[]): Drawn {
  const { figures, indicators } = messages(locale);
  const { name } = figures[id];
  const first = points[0];
  const last = points.at(-1);
  const exit = id === 'poverty.incidence'
    ? { symbol: 'none', silent: true, lineStyle: { color: tone('red'), type: 'dashed' as const }, label: { formatter: `${EXIT_LINE}%`, color: tone('red'), position: 'insideEndTop' as const }, data: [{ yAxis: EXIT_LINE }] }
    : undefined;
  return {
    option: {
      xAxis: { type: 'category', data: points.map(({ month }) => month) },
      yAxis: { type: 'value' },
      series: [{ type: 'line', name, data: points.map(({ value }) => value), markLine: exit }],
    },
    table: {
      columns: [{ key: 'month', label: indicators.place.month }, ...valueColumns(locale, id, points.some(({ denominator }) => denominator !== null))],
      rows: points.map(({ month, value, numerator, denominator }) => ({ month: formatMonth(locale, month, 'short'), value, numerator, denominator })).toReversed(),
    },
    summary: first && last
      ? indicators.trendSummary(name, formatMonth(locale, first.month), formatFigure(locale, id, first.value), formatMonth(locale, last.month), formatFigure(locale, id, last.value))
      : name,
  };
}

export interface Bar {
  name: string;
  href: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

const MOST_BARS = 20;

/** Places side by side, as given from the top; the first twenty of more. Each bar leads to its place. */
export function cutChart(locale: Locale, id: IndicatorId, cut: 'township' | 'zone' | 'village', places: readonly Bar[]): Drawn {
  const { figures, indicators } = messages(locale);
  const { name } = figures[id];
  const bars = places.slice(0, MOST_BARS);
  const top = places.reduce<Bar | null>((most, place) => ((place.value ?? -Infinity) > (most?.value ?? -Infinity) ? place : most), null);
  return {
    option: {
      xAxis: { type: 'value' },
      yAxis: { type: 'category', inverse: true, data: bars.map((bar) => bar.name), axisLabel: { interval: 0 } },
      series: [{ type: 'bar', name, data: bars.map(({ value, href }) => ({ value: value ?? 0, href })) }],
    },
    table: {
      columns: [{ key: 'name', label: indicators.place[cut] }, ...valueColumns(locale, id, places.some(({ denominator }) => denominator !== null))],
      rows: places.map((place) => ({ ...place })),
    },
    summary: top ? indicators.cutSummary(name, indicators.cuts[cut], top.name, formatFigure(locale, id, top.value)) : name,
  };
}

function valueColumns(locale: Locale, id: IndicatorId, counts: boolean): ChartTable['columns'] {
  const { indicators } = messages(locale);
  const value = { key: 'value', label: indicators.columns.value, numeric: true, digits: digitsOf(id) };
  if (!counts) return [value];
  return [value, { key: 'numerator', label: indicators.counted.part, numeric: true }, { key: 'denominator', label: indicators.counted.whole, numeric: true }];
}
