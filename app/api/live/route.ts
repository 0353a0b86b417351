import { cookies } from 'next/headers';
import { may } from '@/domain/access';
import { changeStream } from '@/server/live';
import { readSid } from '@/server/session-cookie';
import { viewerOrNull, watcherOfSession } from '@/server/viewer';

export const dynamic = 'force-dynamic';

/** What changed, as it happens, for screens that are open. A session that ends, ends its stream at the next heartbeat. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerOrNull();
  const sid = await readSid(await cookies(), request.headers);
  if (!viewer || sid === null) return new Response(null, { status: 401 });
  if (!may(viewer, 'live.view')) return new Response(null, { status: 404 });
  const again = async () => {
    const found = await watcherOfSession(sid);
    return found && may(found, 'live.view') ? found : null;
  };
  return new Response(changeStream(viewer, again, request.signal), {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'private, no-store, no-transform', 'x-accel-buffering': 'no' },
  });
}
