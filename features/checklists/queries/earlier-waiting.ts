import 'server-only';
import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface WaitingMonth {
  readonly month: Month;
  readonly count: number;
}

/** The months before the one that is filed now, of which checklists still wait for the office: what was left over, filed under an exception or filed again after a challenge. Oldest first. */
export async function earlierWaiting(viewer: Viewer, area: Area): Promise<WaitingMonth[]> {
  return fenced(viewer, async (tx) => {
    const { openMonth } = await readClock(tx);
    const { rows } = await tx.execute<WaitingMonth & Record<string, unknown>>(sql`
      select month, count(*)::int as count from checklists
      where state = 'submitted' and month < ${openMonth} and ${inArea(sql`division`, area)} group by month order by month`);
    return rows;
  });
}
