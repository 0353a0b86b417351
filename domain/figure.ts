import { formatNumber, formatPercent, type Locale } from './format';
import { indicator, type IndicatorId } from './indicators';

/** Decimals an indicator is shown with: one for a percentage or an amount per head, none for what is counted. */
export function digitsOf(id: IndicatorId): number {
  const { unit } = indicator(id);
  return unit === 'percent' || unit === 'yuan-per-person' ? 1 : 0;
}

/** An indicator's value as text, a percentage with its sign; the unit of anything else stands beside it. */
export function formatFigure(locale: Locale, id: IndicatorId, value: number | null): string {
  return indicator(id).unit === 'percent' ? formatPercent(locale, value, digitsOf(id)) : formatNumber(locale, value, digitsOf(id));
}
