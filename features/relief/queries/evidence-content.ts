import 'server-only';
import { fenced } from '@/db/fence';
import { type KeptFile, keptFile } from '@/db/kept-files';
import { reliefEvidence } from '@/db/schema/relief';
import type { Viewer } from '@/domain/viewer';
import { mayReadNames } from '../policy';

/** A file's bytes, inside the viewer's fence. Null outside it, and to who opens no household's file. */
export async function evidenceContent(viewer: Viewer, id: number): Promise<KeptFile | null> {
  if (!mayReadNames(viewer)) return null;
  return fenced(viewer, (tx) => keptFile(tx, reliefEvidence, id));
}
