import { may } from '@/domain/access';
import { rowId } from '@/domain/row-id';
import { photoContent } from '@/features/visits/queries/photo-content';
import { viewerOrNull } from '@/server/viewer';

/** A photo of a visit, to those who may see its household. */
export async function GET(_request: Request, { params }: RouteContext<'/api/visits/photos/[id]'>): Promise<Response> {
  const viewer = await viewerOrNull();
  if (!viewer) return new Response(null, { status: 401 });
  const id = rowId((await params).id);
  const content = id !== null && may(viewer, 'visits.view') ? await photoContent(viewer, id) : null;
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
