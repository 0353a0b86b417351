import { may } from '@/domain/access';
import { deviceList } from '@/features/visits/queries/device-list';
import { viewerOrNull } from '@/server/viewer';

/** One's own households, for the device one records visits on. */
export async function GET(): Promise<Response> {
  const viewer = await viewerOrNull();
  if (!viewer) return new Response(null, { status: 401 });
  if (!may(viewer, 'visits.record')) return new Response(null, { status: 403 });
  return Response.json(await deviceList(viewer), { headers: { 'cache-control': 'private, no-store' } });
}
