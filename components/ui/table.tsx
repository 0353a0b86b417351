import type { ReactNode } from 'react';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { classes } from './classes';
import { TextLink } from './link-button';
import { type CellContent, TableRows } from './table-rows';

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => CellContent;
  /** Numbers stand on the right. */
  numeric?: boolean;
  /** The cell that names the row, for a screen reader; the first column unless told. */
  heading?: boolean;
  sortable?: boolean;
  /** Kept on one line. */
  tight?: boolean;
};

export type Sort = { key: string; direction: 'asc' | 'desc'; href: (key: string, direction: 'asc' | 'desc') => string };

export type TableProps<Row> = {
  caption: string;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  locale: Locale;
  sort?: Sort;
  /** What stands in place of the rows when there are none: say what to do next. */
  empty?: ReactNode;
  /** On a phone: rows become sheets ('stack'), or the table scrolls sideways ('scroll'), for wide comparisons. */
  narrow?: 'stack' | 'scroll';
  /** A row of sums under the rows, one cell per column key. */
  total?: Partial<Record<string, ReactNode>>;
};

/** A table as the server sends it: no script, sortable by links, its head in view, readable on a phone. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, columns, rows, locale, empty, narrow = 'stack' } = props;
  const { common } = messages(locale);
  if (rows.length === 0) return <div className="border-y border-line py-6 text-muted">{empty ?? common.table.empty}</div>;
  const stack = narrow === 'stack';
  const table = (
    <table className={classes('w-full border-collapse text-start', stack && 'table-stack')} role="table">
      <caption className={captionHidden ? 'sr-only' : 'pb-2 text-start font-medium'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Head key={column.key} column={column} sort={props.sort} locale={locale} look={stack ? 'lg:top-12' : 'top-0 max-lg:whitespace-nowrap'} />
          ))}
        </tr>
      </thead>
      <TableRows
        looks={columns.map((column, at) => ({ label: column.label, heading: isHeading(columns, at), numeric: !!column.numeric, tight: !!column.tight }))}
        rows={rows.map((row) => ({ key: props.rowKey(row), cells: columns.map((column) => column.cell(row)) }))}
        total={props.total && columns.map((column) => props.total?.[column.key])}
      />
    </table>
  );
  if (stack) return table;
  return (
    <div role="region" aria-label={common.noted(caption, common.table.scroll)} tabIndex={0} className="max-h-[80vh] overflow-auto">
      {table}
    </div>
  );
}

const isHeading = <Row,>(columns: Column<Row>[], at: number) => (columns.some((c) => c.heading) ? !!columns[at]?.heading : at === 0);

type HeadProps<Row> = { column: Column<Row>; sort?: Sort; locale: Locale; /** Where it stays while the rows scroll, and whether it breaks. */ look: string };

function Head<Row>({ column, sort, locale, look }: HeadProps<Row>) {
  const { table } = messages(locale).common;
  const sorted = sort?.key === column.key ? sort.direction : null;
  const turned = sorted === 'desc' || (sorted === null && !column.numeric) ? 'asc' : 'desc';
  const spoken = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={spoken}
      className={classes(
        'sticky z-10 border-b border-line-strong bg-ground px-2 py-1.5 align-bottom text-sm font-medium text-muted',
        look,
        column.numeric ? 'text-end' : 'text-start',
      )}
    >
      {sort && column.sortable ? (
        <TextLink href={sort.href(column.key, turned)} label={table.sort(column.label)} className="hover:text-ink hover:underline">
          {column.label}
          <span aria-hidden="true" className="ms-1 inline-block w-3 text-[0.75em]">
            {sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : '↕'}
          </span>
        </TextLink>
      ) : (
        column.label
      )}
    </th>
  );
}
