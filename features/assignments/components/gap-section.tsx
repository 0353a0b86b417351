import { Pagination } from '@/components/shell/pagination';
import { Tabs } from '@/components/shell/tabs';
import { Section } from '@/components/ui/section';
import { type Gap, GAPS } from '@/domain/assignment';
import { cursorText } from '@/domain/cursor';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { GapCounts } from '../queries/coverage';
import type { GapList } from '../queries/gap-list';
import { GapTable } from './gap-table';

type Props = {
  locale: Locale;
  gap: Gap;
  counts: GapCounts;
  list: GapList;
  /** Whether this is not the first page. */
  later: boolean;
  mayReassign: boolean;
  href: (more: Record<string, string | null>) => string;
};

/** The gaps as tabs with their figures, and the rows of the chosen one. */
export function GapSection({ locale, gap, counts, list, later, mayReassign, href }: Props) {
  const { assignments: t } = messages(locale);
  return (
    <Section title={t.gaps.title} id="gaps">
      <Tabs label={t.gaps.title} locale={locale} tabs={GAPS.map((each) => ({ href: href({ gap: each, after: null }), label: t.gaps[each], count: counts.gaps[each], current: each === gap }))} />
      <p className="mb-2 text-muted">{t.count(formatNumber(locale, list.count))}</p>
      <GapTable locale={locale} gap={gap} rows={list.rows} mayReassign={mayReassign} />
      <Pagination locale={locale} previous={later ? href({ gap, after: null }) : null} next={list.next ? href({ gap, after: cursorText(list.next) }) : null} />
    </Section>
  );
}
