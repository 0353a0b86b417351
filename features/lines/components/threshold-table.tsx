import { Table } from '@/components/ui/table';
import type { ExitThreshold } from '@/domain/exit-threshold';
import { formatMonth, formatNumber, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';

/** The exit thresholds with the month each holds from. One of a closed month is history: it is not changed. */
export function ThresholdTable({ locale, thresholds, open }: { locale: Locale; thresholds: ExitThreshold[]; open: Month }) {
  const { thresholds: t, change } = messages(locale).lines;
  return (
    <Table
      caption={t.title}
      captionHidden
      locale={locale}
      rows={thresholds}
      rowKey={({ name, from }) => `${name} ${from}`}
      columns={[
        { key: 'name', label: t.columns.name, cell: ({ name }) => t.names[name] },
        { key: 'from', label: t.columns.from, tight: true, cell: ({ from }) => formatMonth(locale, from) },
        { key: 'value', label: t.columns.value, numeric: true, cell: ({ value }) => formatNumber(locale, value, Number.isInteger(value) ? 0 : 2) },
        { key: 'source', label: t.columns.source, cell: ({ source }) => source },
        {
          key: 'change', label: t.columns.change, tight: true,
          cell: ({ name, from }) => from >= open && { href: `/admin/lines?threshold=${name}&from=${from}#threshold`, text: change, label: `${change} ${t.names[name]} ${formatMonth(locale, from)}` },
        },
      ]}
    />
  );
}
