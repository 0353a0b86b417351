import { cookies, headers } from 'next/headers';
import { requestAddress } from '@/server/address';
import { isOwnOrigin } from '@/server/origin';
import { overTls, readSid, sessionCookieName } from '@/server/session-cookie';
import { closeSession } from '@/server/sign-in';

/**
 * POST: ends the session everywhere at once. A form forgets all that was kept on this device and goes to the sign-in page; a script,
 * which asks for JSON, takes what is its own account's off the device itself (features/visits/components/leave-guard.tsx).
 */
export async function POST() {
  const asked = await headers();
  if (!isOwnOrigin(asked)) return new Response(null, { status: 403 });
  const jar = await cookies();
  const sid = await readSid(jar, asked);
  if (sid) await closeSession(sid, await requestAddress());
  // A browser deletes a __Secure- cookie only at the word of a secure one.
  jar.delete({ name: sessionCookieName(asked), path: '/', secure: overTls(asked) });
  if (asked.get('accept') === 'application/json') return new Response(null, { status: 204, headers: { 'clear-site-data': '"cache"' } });
  return new Response(null, { status: 303, headers: { location: '/sign-in', 'clear-site-data': '"cache", "storage"' } });
}
