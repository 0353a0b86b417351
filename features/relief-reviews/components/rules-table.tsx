import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { formatDate, formatMoney, formatNumber, type Locale } from '@/domain/format';
import type { ReliefRules } from '@/domain/relief';
import { messages } from '@/messages/locale';

/** Every version of the rules, the latest first; the one in force is marked. */
export function RulesTable({ rules, today, locale }: { rules: readonly ReliefRules[]; today: string; locale: Locale }) {
  const { rules: t } = messages(locale).reliefReviews;
  const current = rules.find(({ fromDay }) => fromDay <= today)?.id;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <Table
      caption={t.title}
      captionHidden
      locale={locale}
      rows={[...rules]}
      rowKey={({ id }) => String(id)}
      empty={t.none}
      columns={[
        { key: 'from', label: t.fields.fromDay, heading: true, tight: true, cell: ({ id, fromDay }) => <>{formatDate(locale, fromDay)} {id === current && <Badge tone="green">{t.current}</Badge>}</> },
        { key: 'notice', label: t.fields.noticeDays, numeric: true, cell: ({ noticeDays }) => number(noticeDays) },
        { key: 'village', label: t.fields.village, numeric: true, cell: ({ days }) => number(days.village) },
        { key: 'township', label: t.fields.township, numeric: true, cell: ({ days }) => number(days.township) },
        { key: 'district', label: t.fields.district, numeric: true, cell: ({ days }) => number(days.district) },
        { key: 'floor', label: t.fields.floor, numeric: true, cell: ({ floor }) => formatMoney(locale, floor) },
        { key: 'topUp', label: t.fields.topUpDays, numeric: true, cell: ({ topUpDays }) => number(topUpDays) },
        { key: 'hours', label: t.fields.cardHours, numeric: true, cell: ({ cardHours }) => number(cardHours) },
        { key: 'source', label: t.fields.source, cell: ({ source }) => source },
      ]}
    />
  );
}
