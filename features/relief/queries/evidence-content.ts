import 'server-only';
import { eq } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { reliefEvidence } from '@/db/schema/relief';
import type { Viewer } from '@/domain/viewer';

export interface EvidenceContent {
  readonly name: string;
  readonly type: 'image/jpeg' | 'application/pdf';
  readonly content: Buffer;
}

/** A file's bytes, inside the viewer's fence. Null outside it. */
export async function evidenceContent(viewer: Viewer, id: number): Promise<EvidenceContent | null> {
  return fenced(viewer, async (tx) => {
    const { name, type, content } = reliefEvidence;
    const [row] = await tx.select({ name, type, content }).from(reliefEvidence).where(eq(reliefEvidence.id, id));
    return row ?? null;
  });
}
