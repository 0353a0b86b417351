import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';

export interface HistoryRow extends Record<string, unknown> {
  id: number;
  at: string;
  who: string;
  command: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Who changed what of a household, newest first; the last hundred. */
export async function householdHistory(viewer: Viewer, householdId: number): Promise<HistoryRow[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<HistoryRow>(sql`
      select a.id, a.at, coalesce(p.name, a.actor) as who, a.command, a.before, a.after
      from audits a left join people p on p.id = a.person_id
      where a.subject_kind = 'household' and a.subject_id = ${String(householdId)} order by a.id desc limit 100`);
    return rows;
  });
}
