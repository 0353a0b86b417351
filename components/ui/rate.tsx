import { formatPercent } from '@/domain/format';
import { Counts, type CountsProps } from './counts';

export type RateProps = CountsProps & { digits?: number };

/** A rate, never without its two counts: 46.6% 76 / 163. Nothing to divide by is a dash, not zero. */
export function Rate({ digits = 1, ...counts }: RateProps) {
  const { part, whole, locale } = counts;
  const percent = part == null || !whole ? null : (part / whole) * 100;
  return (
    <span className="whitespace-nowrap">
      {formatPercent(locale, percent, digits)}{' '}
      <span className="text-[0.92em] text-muted">
        <Counts {...counts} />
      </span>
    </span>
  );
}
