import { type SQL, sql } from 'drizzle-orm';
import type { Area } from '@/domain/area';

/** Narrows a code column to an area: one range of codes, and for a zone its townships. The fence applies besides. */
export function inArea(column: SQL, area: Area): SQL {
  const range = sql`${column} >= ${area.from} and ${column} < ${area.to}`;
  if (area.townships === '*') return range;
  return sql`${range} and left(${column}, 9) = any(array[${sql.join(area.townships.map((code) => sql`${code}`), sql`, `)}]::text[])`;
}
