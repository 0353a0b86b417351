import { type ChartOption, type ChartTable, tone } from '@/components/charts/option';
import { formatFigure } from '@/domain/figure';
import { formatMonth, type Locale } from '@/domain/format';
import { EXIT_INCIDENCE } from '@/domain/village-exit';
import { messages } from '@/messages/locale';

interface Point {
  month: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** Incidence of a place month by month, with the line below which it may leave the list. */
export function incidenceChart(locale: Locale, points: readonly Point[]): { option: ChartOption; table: ChartTable; summary: string } {
  const { figures, indicators } = messages(locale);
  const { name } = figures['poverty.incidence'];
  const [first, last] = [points[0], points.at(-1)];
  const text = (point: Point) => formatFigure(locale, 'poverty.incidence', point.value);
  return {
    option: {
      xAxis: { type: 'category', data: points.map(({ month }) => month) },
      yAxis: { type: 'value' },
      series: [{
        type: 'line',
        name,
        data: points.map(({ value }) => value),
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: tone('red'), type: 'dashed' },
          label: { formatter: `${EXIT_INCIDENCE}%`, color: tone('red'), position: 'insideEndTop' },
          data: [{ yAxis: EXIT_INCIDENCE }],
        },
      }],
    },
    table: {
      columns: [
        { key: 'month', label: indicators.place.month },
        { key: 'value', label: indicators.columns.value, numeric: true, digits: 1 },
        { key: 'numerator', label: figures['poverty.remaining_persons'].name, numeric: true },
        { key: 'denominator', label: figures['poverty.rural_population'].name, numeric: true },
      ],
      rows: points.map(({ month, ...counts }) => ({ month: formatMonth(locale, month, 'short'), ...counts })).toReversed(),
    },
    summary: first && last ? indicators.trendSummary(name, formatMonth(locale, first.month), text(first), formatMonth(locale, last.month), text(last)) : name,
  };
}
