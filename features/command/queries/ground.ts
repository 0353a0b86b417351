import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Filter } from '@/domain/filter';
import type { Viewer } from '@/domain/viewer';

/** The name of the division or zone a filter has chosen, or null when it has chosen none. */
export async function readGroundName(viewer: Viewer, { division, zone }: Pick<Filter, 'division' | 'zone'>): Promise<string | null> {
  if (division === null && zone === null) return null;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<{ name: string }>(division !== null ? sql`select name from divisions where code = ${division}` : sql`select name from zones where no = ${zone}`);
    return rows[0]?.name ?? null;
  });
}
