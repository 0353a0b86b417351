import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { formatMonth, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { CountyTarget } from '../queries/county-targets';
import { lineText, targetText } from './amount';
import { Wording } from './wording';

/** The county's targets of a year; who sets them can split them, and change those nobody signed for. */
export function TargetTable({ locale, rows, sets }: { locale: Locale; rows: CountyTarget[]; sets: boolean }) {
  const { letters: m, figures } = messages(locale);
  const { targets: t } = m;
  return (
    <Table
      caption={t.title}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={({ id }) => String(id)}
      empty={t.empty}
      columns={[
        { key: 'line', label: t.columns.line, tight: true, cell: (row) => lineText(locale, row) },
        { key: 'text', label: t.columns.text, heading: true, cell: (row) => <TextLink href={`/letters?year=${row.year}&open=${row.id}#children`}><Wording text={row.text} /></TextLink> },
        { key: 'indicator', label: t.columns.indicator, cell: (row) => <TextLink href={`/indicators/${row.indicator}`}>{figures[row.indicator].name}</TextLink> },
        { key: 'target', label: t.columns.target, numeric: true, tight: true, cell: (row) => targetText(locale, row.indicator, row.target) },
        { key: 'due', label: t.columns.due, tight: true, cell: (row) => formatMonth(locale, row.dueMonth, 'short') },
        {
          key: 'act', label: t.columns.act, tight: true,
          cell: (row) => (
            <span className="inline-flex gap-3">
              {row.locked ? <Badge>{t.locked}</Badge> : sets && <TextLink href={`/letters/targets?year=${row.year}&edit=${row.id}#form`} label={`${t.edit} ${row.text}`}>{t.edit}</TextLink>}
              {sets && <TextLink href={`/letters/targets/${row.id}/split`} label={`${t.split} ${row.text}`}>{t.split}</TextLink>}
            </span>
          ),
        },
      ]}
    />
  );
}
