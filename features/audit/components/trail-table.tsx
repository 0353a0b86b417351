import { Table } from '@/components/ui/table';
import { ABSENT, formatDateTime, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { TrailRow } from '../queries/trail';

/** Who did what, when, to which record, from where; and what changed, old → new. */
export function TrailTable({ rows, locale }: { rows: TrailRow[]; locale: Locale }) {
  const { audit, common } = messages(locale);
  const { commands, kinds } = audit;
  return (
    <Table
      caption={audit.caption}
      captionHidden
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      empty={audit.empty}
      columns={[
        { key: 'at', label: audit.columns.at, tight: true, cell: (row) => formatDateTime(locale, row.at) },
        { key: 'who', label: audit.columns.who, heading: true, cell: (row) => (row.name && row.name !== row.actor ? common.noted(row.name, row.actor) : row.actor) },
        { key: 'what', label: audit.columns.what, cell: (row) => <span title={row.command}>{commands[row.command] ?? row.command}</span> },
        { key: 'subject', label: audit.columns.subject, cell: (row) => `${kinds[row.subjectKind] ?? row.subjectKind} ${row.subjectId}` },
        { key: 'change', label: audit.columns.change, cell: (row) => <Change row={row} to={audit.to} colon={common.colon} names={audit.fields} /> },
        { key: 'address', label: audit.columns.address, tight: true, cell: (row) => row.address ?? ABSENT },
      ]}
    />
  );
}

function Change({ row, to, colon, names }: { row: TrailRow; to: string; colon: string; names: Readonly<Record<string, string>> }) {
  const fields = Object.keys(row.after ?? {});
  return (
    <ul>
      {fields.map((field) => (
        <li key={field} className="break-all">
          {Object.hasOwn(names, field) ? <span className="text-muted" title={field}>{names[field]}</span> : <code>{field}</code>}
          {row.before ? <> <del className="text-muted">{text(row.before[field])}</del> <span aria-label={to}>→</span> </> : colon}
          <ins className="no-underline">{text(row.after?.[field])}</ins>
        </li>
      ))}
    </ul>
  );
}

function text(value: unknown): string {
  if (value === null || value === undefined) return ABSENT;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
