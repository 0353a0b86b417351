import { type ChartOption, type ChartTable, tone, type Token } from '@/components/charts/option';
import type { Month } from '@/domain/month';
import type { Count } from '@/domain/rollup';

/** What a panel hands to the chart: the option, and the same rows as a table. */
export interface WallChart {
  option: ChartOption;
  table: ChartTable;
}

type Point = Pick<Count, 'indicator' | 'key' | 'value'> & { month: Month };
export interface Series {
  name: string;
  indicator: Point['indicator'];
  key: string;
  tone?: Token;
}

const round = (value: number | null, digits: number): number | null => (value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits);
const monthsOf = (points: readonly Point[]): Month[] => [...new Set(points.map((point) => point.month))].sort();

function valuesOf(points: readonly Point[], { indicator, key }: Series, months: readonly Month[], digits: number): (number | null)[] {
  const byMonth = new Map(points.filter((point) => point.indicator === indicator && point.key === key).map((point) => [point.month, point.value]));
  return months.map((month) => round(byMonth.get(month) ?? null, digits));
}

/** One row a month, one column a series; with a page for each month, its row leads there. */
function monthTable(months: readonly Month[], columns: { name: string; values: (number | null)[] }[], label: string, digits: number, hrefOf: ((month: Month) => string) | null = null): ChartTable {
  return {
    columns: [{ key: 'month', label }, ...columns.map(({ name }) => ({ key: name, label: name, numeric: true, digits }))],
    rows: months.map((month, at) => ({ month, ...(hrefOf && { href: hrefOf(month) }), ...Object.fromEntries(columns.map(({ name, values }) => [name, values[at] ?? null])) })),
  };
}

export interface TrendTexts {
  month: string;
  /** What the dashed line says; absent, no line is drawn. */
  line?: { text: string; at: number };
  /** The most a value can be: where the axis ends. */
  most?: number;
}

/** Rates over months, one line a series, with the line that must be reached. */
export function trendChart(points: readonly Point[], series: readonly Series[], texts: TrendTexts): WallChart {
  const months = monthsOf(points);
  const columns = series.map((each) => ({ ...each, values: valuesOf(points, each, months, 2) }));
  const { line } = texts;
  return {
    option: {
      xAxis: { type: 'category', data: months, boundaryGap: false, axisLabel: { interval: 'auto', hideOverlap: true } },
      yAxis: { type: 'value', min: 0, max: texts.most, interval: texts.most && texts.most / 5 },
      series: columns.map(({ name, values, tone: colour }, at) => ({
        type: 'line' as const,
        name,
        data: values,
        ...(colour && { color: tone(colour) }),
        ...(line && at === 0 && {
          markLine: {
            symbol: 'none', silent: true, lineStyle: { color: tone('red'), type: 'dashed' as const },
            label: { formatter: line.text, color: tone('red'), position: 'insideStartTop' as const }, data: [{ yAxis: line.at }],
          },
        }),
      })),
    },
    table: monthTable(months, columns, texts.month, 2),
  };
}

/** Checklists by month: what was expected as a line, what was filed, on time and verified as bars. */
export function filingChart(points: readonly Point[], names: { expected: string; filed: string; onTime: string; verified: string; month: string }, hrefOf: (month: Month) => string): WallChart {
  const months = monthsOf(points);
  const parts = [
    { name: names.expected, indicator: 'checklists.expected', key: 'total', type: 'line', colour: 'muted' },
    { name: names.filed, indicator: 'checklists.filed', key: 'total', type: 'bar', colour: 'cool-3' },
    { name: names.onTime, indicator: 'checklists.on_time', key: 'total', type: 'bar', colour: 'cool-4' },
    { name: names.verified, indicator: 'checklists.verified', key: 'total', type: 'bar', colour: 'green' },
  ] as const;
  const columns = parts.map((part) => ({ ...part, values: valuesOf(points, part, months, 0) }));
  return {
    option: {
      xAxis: { type: 'category', data: months, axisLabel: { interval: 'auto', hideOverlap: true } },
      yAxis: { type: 'value', min: 0, minInterval: 1 },
      series: columns.map(({ name, type, colour, values }) => ({
        type, name, color: tone(colour), data: values.map((value, at) => (months[at] ? { value: value ?? 0, href: hrefOf(months[at]) } : value)),
      })),
    },
    table: monthTable(months, columns, names.month, 0, hrefOf),
  };
}

export interface BarGroup {
  name: string;
  href: string;
  values: readonly (number | null)[];
}

/** Side by side bars: one group a place, one colour a figure. Clicking a bar opens the group's page. */
export function groupedBars(groups: readonly BarGroup[], names: readonly string[], label: string, tones: readonly Token[] = ['cool-5', 'cool-3', 'muted']): WallChart {
  return {
    option: {
      xAxis: { type: 'category', data: groups.map((group) => group.name) },
      yAxis: { type: 'value', min: 0, minInterval: 1 },
      series: names.map((name, at) => ({
        type: 'bar' as const,
        name,
        color: tone(tones[at % tones.length] ?? 'cool-5'),
        data: groups.map(({ values, href }) => ({ value: values[at] ?? 0, href })),
      })),
    },
    table: {
      columns: [{ key: 'name', label }, ...names.map((name) => ({ key: name, label: name, numeric: true }))],
      rows: groups.map((group) => ({ name: group.name, href: group.href, ...Object.fromEntries(names.map((name, at) => [name, group.values[at] ?? null])) })),
    },
  };
}
