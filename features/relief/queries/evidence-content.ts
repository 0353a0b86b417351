import 'server-only';
import { fenced } from '@/db/fence';
import { type KeptFile, keptFile } from '@/db/kept-files';
import { reliefEvidence } from '@/db/schema/relief';
import type { Viewer } from '@/domain/viewer';

/** A file's bytes, inside the viewer's fence. Null outside it. */
export async function evidenceContent(viewer: Viewer, id: number): Promise<KeptFile | null> {
  return fenced(viewer, (tx) => keptFile(tx, reliefEvidence, id));
}
