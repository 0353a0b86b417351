import 'server-only';
import { eq } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { reliefVisits } from '@/db/schema/relief';
import type { Viewer } from '@/domain/viewer';
import { mayReadNames } from '@/features/relief/policy';

/** The photo (JPEG) of a review's visit, inside the viewer's fence. Null outside it, and to who opens no household's file. */
export async function visitPhoto(viewer: Viewer, id: number): Promise<Buffer | null> {
  if (!mayReadNames(viewer)) return null;
  return fenced(viewer, async (tx) => {
    const [row] = await tx.select({ photo: reliefVisits.photo }).from(reliefVisits).where(eq(reliefVisits.id, id));
    return row?.photo ?? null;
  });
}
