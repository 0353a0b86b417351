import { may } from '@/domain/access';
import { rowId } from '@/domain/row-id';
import { evidenceContent } from '@/features/checklists/queries/evidence-content';
import { answerFile } from '@/server/evidence-file';
import { viewerOrNull } from '@/server/viewer';

/** The file of an entry, to those who may see its checklist. A picture opens; a PDF is only ever downloaded. */
export async function GET(_request: Request, { params }: RouteContext<'/api/evidence/[id]'>): Promise<Response> {
  const viewer = await viewerOrNull();
  if (!viewer) return new Response(null, { status: 401 });
  const id = rowId((await params).id);
  const file = id !== null && may(viewer, 'checklists.view') ? await evidenceContent(viewer, id) : null;
  return file ? answerFile(file) : new Response(null, { status: 404 });
}
