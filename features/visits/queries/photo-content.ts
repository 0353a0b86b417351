import 'server-only';
import { eq } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { visitPhotos } from '@/db/schema/visits';
import type { Viewer } from '@/domain/viewer';

/** A photo's bytes (JPEG), inside the viewer's fence. Null outside it. */
export async function photoContent(viewer: Viewer, id: number): Promise<Buffer | null> {
  return fenced(viewer, async (tx) => {
    const [row] = await tx.select({ content: visitPhotos.content }).from(visitPhotos).where(eq(visitPhotos.id, id));
    return row?.content ?? null;
  });
}
