import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';

export interface LineChoice extends Record<string, unknown> {
  code: string;
  name: string;
  nameEn: string;
}

/** The lines of work the viewer may choose from, in their order. */
export async function choosableLines(viewer: Viewer): Promise<LineChoice[]> {
  const { lines } = viewer.scope;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<LineChoice>(sql`select code, name, name_en as "nameEn" from lines order by position`);
    return lines === '*' ? rows : rows.filter(({ code }) => lines.includes(code));
  });
}
