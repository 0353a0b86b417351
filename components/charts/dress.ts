import { formatCompact, formatNumber, type Locale } from '@/domain/format';
import type { ChartOption, Token, Tokens } from './option';

/** How the chart's numbers read, on its axis and in its tooltip. */
export type ChartValues = { locale: Locale; unit?: string; digits?: number };

export type Dressing = {
  tokens: Tokens;
  /** Size of the small text in px. */
  size: number;
  /** Room for the chart in px. */
  width: number;
  font: string;
  values: ChartValues;
  still: boolean;
  /** Spoken in place of ECharts' own description. */
  summary: string;
};

type Axis = Record<string, unknown> & { type?: string; data?: unknown[]; axisLabel?: object };

const list = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Gives a feature's plain option the look of the house: colours of the theme, fonts, quiet axes, plain-text tooltip. Pure. */
export function dress(option: ChartOption, dressing: Dressing): ChartOption {
  const { tokens, size, width, font, values, still, summary } = dressing;
  // No red among the defaults: red is an alarm, and a chart that means one says so.
  const palette: Token[] = ['cool-5', 'line-strong', 'green', 'yellow', 'cool-3', 'muted'];
  const series = list(option.series).map((one) => ({ ...look(String(one?.type), size), ...one }));
  const many = series.length > 1;
  const lines = many ? linesOf(series.map(({ name }) => String(name ?? '')), size, width) : 0;
  return paint(
    {
      color: palette.map((token) => tokens[token]),
      animation: !still,
      // Charts stand at once and only move when their data does.
      animationDuration: 0,
      animationDurationUpdate: 300,
      ...option,
      aria: { enabled: true, label: { description: summary } },
      textStyle: { fontFamily: font, fontSize: size, color: tokens.ink },
      grid: { left: 4, right: size, top: size * 1.5 * (lines + 1), bottom: 4, ...(list(option.grid)[0] ?? {}) },
      legend: { show: many, top: 0, right: 0, itemWidth: size * 1.2, itemHeight: size * 0.7, textStyle: { color: tokens.muted, fontSize: size }, ...option.legend },
      tooltip: tooltip(option, dressing),
      xAxis: list(option.xAxis as Axis | Axis[]).map((axis) => dressAxis(axis, tokens, size, values)),
      yAxis: list(option.yAxis as Axis | Axis[]).map((axis) => dressAxis(axis, tokens, size, values)),
      series,
    } as ChartOption,
    tokens,
  );
}

/** Lines that a legend of these names takes: on a phone they run on to a second, which must not lie on the chart. */
function linesOf(names: string[], size: number, width: number): number {
  const [SYMBOL, GAP] = [size * 1.2 + 5, 10];
  let lines = 1;
  let taken = 0;
  for (const name of names) {
    const wide = SYMBOL + GAP + [...name].reduce((sum, letter) => sum + size * (letter > '\u2e7f' ? 1 : 0.6), 0);
    if (taken > 0 && taken + wide > width) [lines, taken] = [lines + 1, 0];
    taken += wide;
  }
  return lines;
}

function tooltip(option: ChartOption, { tokens, size, font, values }: Dressing) {
  const pointer = list(option.series).every((one) => one?.type === 'line') ? 'line' : 'shadow';
  return {
    trigger: 'axis',
    axisPointer: { type: pointer, shadowStyle: { color: tokens.line, opacity: 0.4 }, lineStyle: { color: tokens['line-strong'] } },
    ...option.tooltip,
    // Rich text is drawn on the canvas: what comes from the data can never become markup.
    renderMode: 'richText',
    confine: true,
    backgroundColor: tokens.panel,
    borderColor: tokens['line-strong'],
    borderWidth: 1,
    borderRadius: 2,
    padding: size * 0.7,
    shadowBlur: 0,
    textStyle: { color: tokens.ink, fontSize: size, fontFamily: font },
    valueFormatter: (value: unknown) => reading(value, values),
  };
}

/** A datum as text; a bar drawn as [from, to] and the like is left alone. */
export function reading(value: unknown, { locale, unit, digits }: ChartValues): string {
  if (typeof value !== 'number' && value != null) return String(value);
  const text = formatNumber(locale, value as number | null, digits);
  return unit && value != null ? `${text}${/^[%\u3000-\u9fff]/.test(unit) ? '' : ' '}${unit}` : text;
}

function dressAxis(axis: Axis, tokens: Tokens, size: number, values: ChartValues): Axis {
  const label = { color: tokens.muted, fontSize: size, hideOverlap: true };
  if (axis.type === 'value') {
    const formatter = (value: number) => (Number.isInteger(value) && Math.abs(value) >= 10000 ? formatCompact(values.locale, value) : String(value));
    return {
      splitNumber: 4,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: tokens.line } },
      nameTextStyle: { color: tokens.muted, fontSize: size },
      ...axis,
      axisLabel: { ...label, formatter, ...axis.axisLabel },
    };
  }
  // Up to a dozen names all stand; ECharts would silently drop every second one.
  const interval = (axis.data?.length ?? 99) <= 12 ? { interval: 0, hideOverlap: false } : {};
  return {
    axisLine: { lineStyle: { color: tokens['line-strong'] } },
    axisTick: { show: false },
    ...axis,
    axisLabel: { ...label, ...interval, ...axis.axisLabel },
  };
}

function look(type: string, size: number): object {
  if (type === 'line') return { symbol: 'circle', symbolSize: size * 0.4, showSymbol: false, lineStyle: { width: Math.max(2, size / 6) }, emphasis: { focus: 'none' } };
  if (type === 'bar') return { barMaxWidth: size * 1.8, emphasis: { focus: 'none' } };
  return {};
}

/** Replaces every '$token' by the colour of the theme on screen, however deep it stands. */
function paint<T>(value: T, tokens: Tokens): T {
  if (typeof value === 'string') return (value.startsWith('$') && value.slice(1) in tokens ? tokens[value.slice(1) as Token] : value) as T;
  if (Array.isArray(value)) return value.map((one) => paint(one, tokens)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, paint(one, tokens)])) as T;
}
