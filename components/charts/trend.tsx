import { digitsOf } from '@/domain/figure';
import { formatLine, formatMonth, type Locale } from '@/domain/format';
import { indicator, type IndicatorId, partsOf } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';
import { TableBehind } from './chart-table';
import { type ChartValues, reading } from './dress';
import type { ChartTable } from './option';
import { TrendDrawing } from './trend-drawing';
import { Turning } from './turning';

export interface TrendPoint {
  month: Month;
  value: number | null;
  /** The two counts of a rate. */
  numerator: number | null;
  denominator: number | null;
}

export type TrendProps = {
  locale: Locale;
  id: IndicatorId;
  /** Oldest first. */
  points: readonly TrendPoint[];
  /** The line under which a place may leave the list, drawn dashed. */
  exitLine?: number;
  /** The page of a month, from the table. */
  hrefOf: (month: Month) => string;
};

/** An indicator month by month, under a heading that names it: a line drawn by the server, its table behind it (key T). */
export function Trend({ locale, id, points, exitLine, hrefOf }: TrendProps) {
  const { figures, indicators, common, command } = messages(locale);
  const { unit } = indicator(id);
  const { name } = figures[id];
  const values: ChartValues = { locale, unit: unit === 'percent' ? '%' : indicators.units[unit], digits: digitsOf(id) };
  const [first, last] = [points[0], points.at(-1)];
  const summary = first && last
    ? indicators.trendSummary(name, formatMonth(locale, first.month), reading(first.value, values), formatMonth(locale, last.month), reading(last.value, values))
    : name;
  const goal = exitLine === undefined ? undefined : { value: exitLine, text: command.exitLine(formatLine(locale, exitLine)) };
  return (
    <Turning
      title={name}
      titleHidden
      height="medium"
      labels={common.chart}
      drawing={<TrendDrawing locale={locale} points={points} values={values} summary={summary} goal={goal} />}
      table={<TableBehind caption={name} table={tableOf(locale, id, points, hrefOf)} locale={locale} />}
    />
  );
}

/** The newest month first; a rate with its two counts. */
function tableOf(locale: Locale, id: IndicatorId, points: readonly TrendPoint[], hrefOf: TrendProps['hrefOf']): ChartTable {
  const { figures, indicators } = messages(locale);
  const [part, whole] = partsOf(id);
  const value = { key: 'value', label: indicators.columns.value, numeric: true, digits: digitsOf(id) };
  const counts = part && whole ? [{ key: 'numerator', label: figures[part].name, numeric: true }, { key: 'denominator', label: figures[whole].name, numeric: true }] : [];
  return {
    columns: [{ key: 'month', label: indicators.place.month }, value, ...counts],
    rows: points.map(({ month, ...rest }) => ({ ...rest, month: formatMonth(locale, month, 'short'), href: hrefOf(month) })).toReversed(),
  };
}
