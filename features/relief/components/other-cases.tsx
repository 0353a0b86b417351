import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { OtherCase } from '@/db/relief-others';
import { formatMoney, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { STATE_TONES } from './state-badge';

/** Other applications of the same household or the same people, under way or paid, whatever their cause; nothing where there are none. */
export function OtherCases({ locale, others }: { locale: Locale; others: readonly OtherCase[] }) {
  const { relief, reliefApplications: { list: { columns }, others: t } } = messages(locale);
  if (others.length === 0) return null;
  return (
    <Section title={t.title} id="others">
      <p className="mb-2 max-w-prose text-muted">{t.hint}</p>
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={[...others]}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'no', label: columns.no, heading: true, tight: true, cell: ({ id, no }) => ({ href: `/relief/${id}`, text: no }) },
          { key: 'cause', label: columns.cause, tight: true, cell: ({ cause }) => relief.causes[cause] },
          { key: 'year', label: columns.year, numeric: true, cell: ({ year }) => String(year) },
          { key: 'state', label: columns.state, tight: true, cell: ({ state }) => ({ badge: relief.states[state], tone: STATE_TONES[state] }) },
          { key: 'amount', label: columns.amount, numeric: true, cell: ({ amount }) => formatMoney(locale, amount) },
        ]}
      />
    </Section>
  );
}
