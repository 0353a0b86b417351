import { Pages } from '@/components/shell/pagination';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatDateTime, formatMoney, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { type BatchRow, BATCHES_PAGE } from '../queries/list-batches';

export const TONES = { made: 'blue', sent: 'yellow', reconciled: 'blue', closed: 'green', void: 'neutral' } as const satisfies Record<BatchRow['state'], string>;

/** The batches, the latest first, with how far the bank's answers came. */
export function BatchList({ locale, page, found: { rows, total } }: { locale: Locale; page: number; found: { rows: BatchRow[]; total: number } }) {
  const { batches: t } = messages(locale);
  const number = (value: number) => formatNumber(locale, value);
  const address = (to: number) => `/relief/batches?page=${to}`;
  return (
    <Section title={t.list}>
      <Table
        caption={t.list}
        captionHidden
        locale={locale}
        rows={rows}
        empty={t.listEmpty}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'no', label: t.columns.no, tight: true, cell: ({ id, no }) => ({ href: `/relief/batches/${id}`, text: no }) },
          { key: 'state', label: t.columns.state, tight: true, cell: ({ state, comesBack }) => <><Badge tone={TONES[state]}>{t.states[state]}</Badge> {comesBack && <Badge tone="yellow">{t.returnPending}</Badge>}</> },
          { key: 'lines', label: t.columns.lines, numeric: true, cell: ({ lines }) => number(lines) },
          { key: 'total', label: t.columns.total, numeric: true, cell: (row) => formatMoney(locale, row.total) },
          { key: 'paid', label: t.columns.paid, numeric: true, cell: ({ paid }) => number(paid) },
          { key: 'failed', label: t.columns.failed, numeric: true, cell: ({ failed }) => number(failed) },
          { key: 'madeBy', label: t.columns.madeBy, tight: true, cell: ({ madeBy }) => madeBy },
          { key: 'madeAt', label: t.columns.madeAt, tight: true, cell: ({ madeAt }) => formatDateTime(locale, madeAt) },
        ]}
      />
      {total > BATCHES_PAGE && <Pages locale={locale} page={page} size={BATCHES_PAGE} total={total} hrefOf={address} />}
    </Section>
  );
}
