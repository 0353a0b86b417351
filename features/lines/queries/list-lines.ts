import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { PovertyLine } from '@/domain/income';
import type { Viewer } from '@/domain/viewer';

/** The poverty lines on record, the latest year first, the province's before the nation's. */
export async function listLines(viewer: Viewer): Promise<PovertyLine[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<PovertyLine & Record<string, unknown>>(sql`
      select year, scope, fen, status, source from poverty_lines order by year desc, scope = 'Sichuan' desc`);
    return rows;
  });
}
