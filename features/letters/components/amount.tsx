import { formatFigure } from '@/domain/figure';
import type { Locale } from '@/domain/format';
import { indicator, type IndicatorId } from '@/domain/indicators';
import { isLess } from '@/domain/letter-proof';
import { messages } from '@/messages/locale';

/** A value of an indicator with its unit: 12 户, 2.9%. */
export function amount(locale: Locale, id: IndicatorId, value: number | null): string {
  const { unit } = indicator(id);
  const figure = formatFigure(locale, id, value);
  return unit === 'percent' || value === null ? figure : `${figure} ${messages(locale).indicators.units[unit]}`;
}

/** A target in words: at least, or at most where less is better. */
export function targetText(locale: Locale, id: IndicatorId, target: number): string {
  const { document: t } = messages(locale).letters;
  return isLess(id) ? t.atMost(amount(locale, id, target)) : t.atLeast(amount(locale, id, target));
}

/** The line that answers for a county target; the county itself when no line does. */
export const lineText = (locale: Locale, { lineName, lineNameEn }: { lineName: string | null; lineNameEn: string | null }): string =>
  (locale === 'zh-CN' ? lineName : lineNameEn) ?? messages(locale).letters.county;
