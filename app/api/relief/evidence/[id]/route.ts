import { may } from '@/domain/access';
import { rowId } from '@/domain/row-id';
import { evidenceContent } from '@/features/relief/queries/evidence-content';
import { viewerOrNull } from '@/server/viewer';

/** A file that shows an application's cause, to those who may see the application. A picture opens; a PDF is only ever downloaded. */
export async function GET(_request: Request, { params }: RouteContext<'/api/relief/evidence/[id]'>): Promise<Response> {
  const viewer = await viewerOrNull();
  if (!viewer) return new Response(null, { status: 401 });
  const id = rowId((await params).id);
  const file = id !== null && may(viewer, 'relief.view') ? await evidenceContent(viewer, id) : null;
  if (!file) return new Response(null, { status: 404 });
  const { name, type, content } = file;
  const manner = type === 'image/jpeg' ? 'inline' : 'attachment';
  const plain = type === 'image/jpeg' ? 'evidence.jpg' : 'evidence.pdf';
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': type,
      'content-length': String(content.length),
      'content-disposition': `${manner}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}
