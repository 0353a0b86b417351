import { TextLink } from '@/components/ui/link-button';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatMonth, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { WaitingMonth } from '../queries/earlier-waiting';

type Props = { months: WaitingMonth[]; filter: Filter; kind: string | null; locale: Locale };

/** The way to what waits of other months than the one shown. */
export function EarlierMonths({ months, filter, kind, locale }: Props) {
  const { earlier, waiting } = messages(locale).checklists.review;
  const others = months.filter(({ month }) => month !== filter.month);
  if (others.length === 0) return null;
  return (
    <p className="mb-3 flex flex-wrap gap-x-3">
      <span>{earlier}</span>
      {others.map(({ month, count }) => (
        <TextLink key={month} href={`/checklists/review${filterQuery(filter, { month }, { kind })}`}>
          {waiting(formatMonth(locale, month), formatNumber(locale, count))}
        </TextLink>
      ))}
    </p>
  );
}
