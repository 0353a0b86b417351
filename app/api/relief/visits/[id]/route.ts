import { may } from '@/domain/access';
import { rowId } from '@/domain/row-id';
import { visitPhoto } from '@/features/relief-reviews/queries/visit-photo';
import { viewerOrNull } from '@/server/viewer';

/** The photo of a review’s visit, to those who may see its case. */
export async function GET(_request: Request, { params }: RouteContext<'/api/relief/visits/[id]'>): Promise<Response> {
  const viewer = await viewerOrNull();
  if (!viewer) return new Response(null, { status: 401 });
  const id = rowId((await params).id);
  const content = id !== null && may(viewer, 'relief.view') ? await visitPhoto(viewer, id) : null;
  if (!content) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': 'image/jpeg',
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}
