import type { ReactNode } from 'react';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { classes } from './classes';
import { TextLink } from './link-button';

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
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
            <Head key={column.key} column={column} sort={props.sort} locale={locale} under={stack ? 'lg:top-12' : 'top-0'} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={props.rowKey(row)} role="row" className="border-b border-line hover:bg-wash">
            {columns.map((column, at) => (
              <Cell key={column.key} column={column} heading={isHeading(columns, at)}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {props.total && (
        <tfoot>
          <tr role="row" className="border-b border-line-strong font-semibold">
            {columns.map((column, at) => (
              <Cell key={column.key} column={column} heading={isHeading(columns, at)}>
                {props.total?.[column.key]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (stack) return table;
  return (
    <div role="region" aria-label={`${caption} (${common.table.scroll})`} tabIndex={0} className="max-h-[80vh] overflow-auto">
      {table}
    </div>
  );
}

const isHeading = <Row,>(columns: Column<Row>[], at: number) => (columns.some((c) => c.heading) ? !!columns[at]?.heading : at === 0);

type CellProps<Row> = { column: Column<Row>; heading: boolean; children: ReactNode };

function Cell<Row>({ column, heading, children }: CellProps<Row>) {
  const look = classes('px-2 py-1.5 align-top', column.numeric && 'text-end', (column.numeric || column.tight) && 'whitespace-nowrap');
  if (heading) {
    return (
      <th scope="row" role="rowheader" className={classes(look, !column.numeric && 'text-start', 'font-medium')}>
        {children}
      </th>
    );
  }
  return (
    <td role="cell" data-label={column.label} className={look}>
      {children}
    </td>
  );
}

type HeadProps<Row> = { column: Column<Row>; sort?: Sort; locale: Locale; under: string };

function Head<Row>({ column, sort, locale, under }: HeadProps<Row>) {
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
        under,
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
