import { formatCompact, formatNumber, formatPercent, type Locale } from './format';
import { indicator, type IndicatorId } from './indicators';

/** How many decimals an indicator's value is shown with. */
export function digitsOf(id: IndicatorId): number {
  const { unit } = indicator(id);
  return unit === 'percent' ? 1 : unit === 'yuan-per-person' ? 2 : 0;
}

/** A value as it stands in a sentence, without its unit but with the sign of a percentage. */
export function figureText(locale: Locale, id: IndicatorId, value: number | null): string {
  return indicator(id).unit === 'percent' ? formatPercent(locale, value, digitsOf(id)) : formatNumber(locale, value, digitsOf(id));
}

/** The same, shortened where a wall has no room: 8,500万, 1.99万. */
export function compactText(locale: Locale, id: IndicatorId, value: number | null): string {
  return value !== null && Math.abs(value) >= 1_000_000 ? formatCompact(locale, value) : figureText(locale, id, value);
}
