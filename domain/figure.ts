import { type Filter, filterQuery } from './filter';
import { formatCompact, formatNumber, formatPercent, type Locale } from './format';
import { indicator, type IndicatorId, partsOf } from './indicators';

/** Decimals an indicator is shown with: one for a percentage, the fen of an amount per head, none for what is counted. */
export function digitsOf(id: IndicatorId): number {
  const { unit } = indicator(id);
  return unit === 'percent' ? 1 : unit === 'yuan-per-person' ? 2 : 0;
}

/** An indicator's value as text, a percentage with its sign; the unit of anything else stands beside it. */
export function formatFigure(locale: Locale, id: IndicatorId, value: number | null): string {
  return indicator(id).unit === 'percent' ? formatPercent(locale, value, digitsOf(id)) : formatNumber(locale, value, digitsOf(id));
}

/** The same, millions shortened where a wall has no room: 8,500万. */
export function formatFigureCompact(locale: Locale, id: IndicatorId, value: number | null): string {
  return value !== null && Math.abs(value) >= 1_000_000 ? formatCompact(locale, value) : formatFigure(locale, id, value);
}

/** The page behind a figure: its definition and its rows, under the same filter. */
export const figureHref = (filter: Filter, id: IndicatorId, changed: Partial<Filter> = {}): string => `/indicators/${id}${filterQuery(filter, changed)}`;

/** What changed a figure after its month was closed: in the filter's place, or in another one. */
export const changedHref = (filter: Filter, id: IndicatorId, division?: string): string => `${figureHref(filter, id, division === undefined ? {} : { division })}#changed`;

/** The pages behind a rate's two counts, under the same filter; nothing where an indicator is no ratio. */
export function countHrefs(filter: Filter, id: IndicatorId): { part: string; whole: string } | undefined {
  const [part, whole] = partsOf(id);
  return part && whole && { part: figureHref(filter, part), whole: figureHref(filter, whole) };
}
