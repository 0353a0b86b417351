'use client';

import type { ReactNode } from 'react';
import { Badge, type BadgeTone } from './badge';
import { classes } from './classes';
import { TextLink } from './link-button';

/** What a cell shows. A link or a badge that is all of its cell is told as data: by the hundred that is half the work of elements. */
export type CellContent = ReactNode | { href: string; text: string; label?: string } | { badge: string; tone?: BadgeTone };

/** How a column's cells look. */
export type CellLook = { label: string; heading: boolean; numeric: boolean; tight: boolean };

export type TableRowsProps = {
  looks: CellLook[];
  rows: { key: string; cells: CellContent[] }[];
  /** Sums under the rows. */
  total?: ReactNode[];
};

/**
 * The rows of a table. On the client's side of the line so that a row travels as its texts, not as elements as well. What cells look
 * like is settled once a column, and a cell is no component: a long list draws hundreds of them.
 */
export function TableRows({ looks, rows, total }: TableRowsProps) {
  const columns = looks.map((look) => ({ ...look, className: classes('px-2 py-1.5 align-top', look.numeric && 'text-end', (look.numeric || look.tight) && 'whitespace-nowrap', look.heading && !look.numeric && 'text-start', look.heading && 'font-medium') }));
  return (
    <>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row" className="border-b border-line hover:bg-wash">
            {columns.map((column, at) => cell(column, at, cells[at]))}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr role="row" className="border-b border-line-strong font-semibold">
            {columns.map((column, at) => cell(column, at, total[at]))}
          </tr>
        </tfoot>
      )}
    </>
  );
}

function cell({ label, heading, numeric, className }: CellLook & { className: string }, at: number, content: CellContent): ReactNode {
  if (heading) return <th key={at} scope="row" role="rowheader" className={className}>{shown(content)}</th>;
  return <td key={at} role="cell" data-label={label} data-number={numeric || undefined} className={className}>{shown(content)}</td>;
}

function shown(content: CellContent): ReactNode {
  if (typeof content !== 'object' || content === null) return content;
  if ('href' in content) return <TextLink href={content.href} label={content.label}>{content.text}</TextLink>;
  if ('badge' in content) return <Badge tone={content.tone}>{content.badge}</Badge>;
  return content;
}
