import { formatNumber, formatPercent, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { TextLink } from './link-button';

export type RateProps = { part: number | null; whole: number | null; locale: Locale; digits?: number; href?: string; label?: string };

/** A rate, never without its two counts: 46.6% 76 / 163. Nothing to divide by is a dash, not zero. */
export function Rate({ part, whole, locale, digits = 1, href, label }: RateProps) {
  const { common } = messages(locale);
  const percent = part == null || !whole ? null : (part / whole) * 100;
  const counts = common.of(formatNumber(locale, part), formatNumber(locale, whole));
  return (
    <span className="whitespace-nowrap">
      <span>{formatPercent(locale, percent, digits)}</span>{' '}
      <span className="text-[0.92em] text-muted">
        {href ? (
          <TextLink href={href} label={label && common.rowsOf(`${label} ${counts}`)}>
            {counts}
          </TextLink>
        ) : (
          counts
        )}
      </span>
    </span>
  );
}
