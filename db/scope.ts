import { type SQL, sql } from 'drizzle-orm';
import type { Area } from '@/domain/area';

/**
 * Narrows a code column to an area: one range of codes, and of those only what lies in the listed divisions (a zone's
 * townships, or the villages of somebody who serves in several). The fence applies besides.
 */
export function inArea(column: SQL, area: Area): SQL {
  const range = sql`${column} >= ${area.from} and ${column} < ${area.to}`;
  if (area.townships === '*') return range;
  const lists = [9, 12].flatMap((digits) => {
    const codes = (area.townships as readonly string[]).filter((code) => code.length === digits);
    return codes.length === 0 ? [] : [sql`left(${column}, ${sql.raw(String(digits))}) = any(array[${sql.join(codes.map((code) => sql`${code}`), sql`, `)}]::text[])`];
  });
  return lists.length === 0 ? sql`false` : sql`${range} and (${sql.join(lists, sql` or `)})`;
}
