import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/**
 * What a feature's charts.ts builds from rows: plain JSON, no functions, because it travels from server to browser.
 * Leave look, fonts, grid, tooltip and number formats to `dress`; say only what is particular to this chart.
 * - A colour is a token of the house ('$red', '$cool-5', '$muted'), so that it suits both themes; see `tone`.
 * - A datum { value, href } is clickable. Category axes: `data` in the order shown.
 */
export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

export const TOKENS = [
  ...(['ink', 'muted', 'line', 'line-strong', 'panel', 'track', 'accent', 'green', 'yellow', 'red', 'blue'] as const),
  ...(['heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5', 'cool-1', 'cool-2', 'cool-3', 'cool-4', 'cool-5'] as const),
];
export type Token = (typeof TOKENS)[number];
export type Tokens = Record<Token, string>;

/** A colour of the house for a chart option. */
export const tone = (token: Token): string => `$${token}`;

/** The rows behind a chart: the same ones, as a table. A row with `href` is a link in its first column. */
export type ChartTable = {
  columns: { key: string; label: string; numeric?: boolean; digits?: number }[];
  rows: Record<string, string | number | null>[];
};
