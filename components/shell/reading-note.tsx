import { type Filter, filterQuery } from '@/domain/filter';
import { formatMonth, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { TextLink } from '../ui/link-button';

type Props = {
  /** Where the page is, without its query. */
  path: string;
  filter: Filter;
  /** The first month that is not closed: of it there is one reading only. */
  running: string;
  /** How many of the page's indicators changed since the close. */
  changed: number;
  locale: Locale;
};

/** Of a closed month: which of its two readings stands here, the way to the other, and whether they differ. */
export function ReadingNote({ path, filter, running, changed, locale }: Props) {
  const { readings, closed, other, changedCount, unchanged } = messages(locale).common.filter;
  if (filter.month >= running) return null;
  const reading = filter.reading === 'known' ? 'true' : 'known';
  return (
    <p className="my-3 text-sm text-muted">
      {closed(formatMonth(locale, filter.month), readings[filter.reading])} <TextLink href={`${path}${filterQuery(filter, { reading })}`}>{other(readings[reading])}</TextLink>{' '}
      <span className={changed > 0 ? 'text-yellow' : undefined}>{changed > 0 ? changedCount(changed) : unchanged}</span>
    </p>
  );
}
