import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { settled } from '@/db/inbox';
import type { Viewer } from '@/domain/viewer';

/** How many of the viewer's messages are neither read nor settled. */
export async function countUnread(viewer: Viewer): Promise<number> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from inbox_messages m where m.person_id = ${viewer.personId} and m.read_at is null and not ${settled}`);
    return rows[0]?.count ?? 0;
  });
}
