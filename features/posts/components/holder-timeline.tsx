import { Section } from '@/components/ui/section';
import { type Span, Spans } from '@/components/ui/spans';
import { formatDate, type Locale } from '@/domain/format';
import { addMonths, firstDay, type Month } from '@/domain/month';
import { NEEDED, servesIn } from '@/domain/post';
import { messages } from '@/messages/locale';
import type { Post } from '../queries/find-post';
import { dutyName } from './holders';

/** Who held the post's duties over the years, duty by duty; who did in the month asked stands out. */
export function HolderTimeline({ locale, post, month }: { locale: Locale; post: Post; month: Month | null }) {
  const { posts: { post: t } } = messages(locale);
  const { kind, establishedOn, today } = post.facts;
  const needed: readonly string[] = NEEDED[kind];
  const held = post.appointments.filter((one) => needed.includes(one.duty) && one.endsOn !== one.startsOn)
    .toSorted((a, b) => needed.indexOf(a.duty) - needed.indexOf(b.duty) || (a.startsOn < b.startsOn ? -1 : 1));
  if (held.length === 0) return null;
  const spans: Span[] = held.map((one) => ({
    key: String(one.id),
    label: `${dutyName(locale, one.duty)} ${one.name}`,
    text: `${formatDate(locale, one.startsOn)} – ${one.endsOn ? formatDate(locale, one.endsOn) : t.now}`,
    from: one.startsOn, to: one.endsOn, strong: month !== null && servesIn(month, one),
  }));
  return (
    <Section title={t.timeline}>
      <Spans spans={spans} from={establishedOn} to={held.some((one) => one.startsOn > today) ? held.reduce((last, one) => (one.startsOn > last ? one.startsOn : last), today) : today}
        mark={month && { from: firstDay(month), to: firstDay(addMonths(month, 1)) }} />
    </Section>
  );
}
