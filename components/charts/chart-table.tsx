import Link from 'next/link';
import { formatNumber, type Locale } from '@/domain/format';
import { LINK } from '../ui/classes';
import type { ChartTable } from './option';

/** The rows behind a chart. */
export function TableBehind({ caption, table, locale }: { caption: string; table: ChartTable; locale: Locale }) {
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ key, label, numeric }) => (
            <th key={key} scope="col" className={`sticky top-0 border-b border-line-strong bg-panel px-2 py-1 font-medium text-muted ${numeric ? 'text-end' : 'text-start'}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at} className="border-b border-line">
            {table.columns.map(({ key, numeric, digits }, column) => {
              const value = row[key];
              const text = typeof value === 'string' ? value : formatNumber(locale, value, digits);
              return (
                <td key={key} className={`px-2 py-1 ${numeric ? 'text-end' : 'text-start'}`}>
                  {column === 0 && typeof row.href === 'string' ? (
                    <Link href={row.href} prefetch={false} className={LINK}>
                      {text}
                    </Link>
                  ) : (
                    text
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
