import { Tabs } from '@/components/shell/tabs';
import { type Filter, filterQuery } from '@/domain/filter';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** The applications, and how long their steps took: the same place in both. */
export function ReliefTabs({ locale, filter, current }: { locale: Locale; filter: Filter; current: 'list' | 'days' }) {
  const { days: t } = messages(locale).reliefApplications;
  const query = filter.division === null && filter.zone === null ? '' : filterQuery(filter);
  return (
    <Tabs
      locale={locale}
      label={t.views}
      tabs={[{ href: `/relief${query}`, label: t.list, current: current === 'list' }, { href: `/relief/days${query}`, label: t.title, current: current === 'days' }]}
    />
  );
}
