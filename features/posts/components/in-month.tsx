import { buttonClass } from '@/components/ui/classes';
import { TextLink } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import { formatMonth, type Locale } from '@/domain/format';
import { type Month, monthOf, monthsBetween } from '@/domain/month';
import { messages } from '@/messages/locale';
import type { Post } from '../queries/find-post';

/** Asks for a month: who was first secretary in November 2016? Empty is today. */
export function InMonth({ locale, post, month }: { locale: Locale; post: Post; month: Month | null }) {
  const { posts, common } = messages(locale);
  const { id, establishedOn, today } = post.facts;
  const months = monthsBetween(monthOf(establishedOn), monthOf(today)).toReversed();
  return (
    <form method="get" action={`/posts/${id}`} className="no-print my-5 flex flex-wrap items-end gap-3 border-b border-line pb-4">
      <div className="w-48">
        <Select key={month} name="month" label={posts.post.month} defaultValue={month ?? ''} options={[{ value: '', label: posts.post.today }, ...months.map((value) => ({ value, label: formatMonth(locale, value) }))]} />
      </div>
      <button type="submit" className={buttonClass('secondary')}>
        {common.actions.apply}
      </button>
      {month && <TextLink href={`/posts/${id}`}>{posts.post.toToday}</TextLink>}
    </form>
  );
}
