import 'server-only';
import { may, type Right } from '@/domain/access';
import { rowId } from '@/domain/row-id';
import type { Viewer } from '@/domain/viewer';
import { viewerOrNull } from './viewer';

type Asked = { params: Promise<{ id: string }> };

/** A GET of one file that is kept: who asks, with which right, then the file. What lies outside the fence is not there. */
export const serving = <Kept>(right: Right, find: (viewer: Viewer, id: number) => Promise<Kept | null>, answer: (kept: Kept) => Response) =>
  async (_request: Request, { params }: Asked): Promise<Response> => {
    const viewer = await viewerOrNull();
    if (!viewer) return new Response(null, { status: 401 });
    const id = rowId((await params).id);
    const kept = id !== null && may(viewer, right) ? await find(viewer, id) : null;
    return kept ? answer(kept) : new Response(null, { status: 404 });
  };
