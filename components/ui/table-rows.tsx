'use client';

import type { ReactNode } from 'react';
import { classes } from './classes';

/** How a column's cells look. */
export type CellLook = { label: string; heading: boolean; numeric: boolean; tight: boolean };

export type TableRowsProps = {
  looks: CellLook[];
  rows: { key: string; cells: ReactNode[] }[];
  /** Sums under the rows. */
  total?: ReactNode[];
};

/** The rows of a table. On the client's side of the line so that a row travels as its texts, not as elements as well. */
export function TableRows({ looks, rows, total }: TableRowsProps) {
  return (
    <>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row" className="border-b border-line hover:bg-wash">
            {looks.map((look, at) => (
              <Cell key={at} {...look}>
                {cells[at]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr role="row" className="border-b border-line-strong font-semibold">
            {looks.map((look, at) => (
              <Cell key={at} {...look}>
                {total[at]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </>
  );
}

function Cell({ label, heading, numeric, tight, children }: CellLook & { children: ReactNode }) {
  const look = classes('px-2 py-1.5 align-top', numeric && 'text-end', (numeric || tight) && 'whitespace-nowrap');
  if (heading) {
    return (
      <th scope="row" role="rowheader" className={classes(look, !numeric && 'text-start', 'font-medium')}>
        {children}
      </th>
    );
  }
  return (
    <td role="cell" data-label={label} className={look}>
      {children}
    </td>
  );
}
