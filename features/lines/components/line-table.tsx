import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { formatMoney, type Locale } from '@/domain/format';
import type { PovertyLine } from '@/domain/income';
import { messages } from '@/messages/locale';

/** The lines by year, each with where it was read and the way to correct it. */
export function LineTable({ locale, lines }: { locale: Locale; lines: PovertyLine[] }) {
  const { lines: t, households } = messages(locale);
  const scope = (line: PovertyLine) => households.income.scopes[line.scope];
  return (
    <Table
      caption={t.title}
      captionHidden
      locale={locale}
      rows={lines}
      rowKey={({ year, scope: of }) => `${year} ${of}`}
      columns={[
        { key: 'year', label: t.columns.year, tight: true, cell: ({ year }) => year },
        { key: 'scope', label: t.columns.scope, tight: true, cell: scope },
        { key: 'line', label: t.columns.line, numeric: true, cell: ({ fen }) => formatMoney(locale, fen) },
        { key: 'source', label: t.columns.source, cell: ({ source, status }) => <>{source} {!status.startsWith('found') && <Badge tone="yellow">{t.unverified}</Badge>}</> },
        { key: 'change', label: t.columns.change, tight: true, cell: (line) => <TextLink href={`/admin/lines?year=${line.year}&scope=${line.scope}#line`} label={`${t.change} ${line.year} ${scope(line)}`}>{t.change}</TextLink> },
      ]}
    />
  );
}
