import { cookies, headers } from 'next/headers';
import { isOwnOrigin } from '@/server/origin';
import { readSid, sessionCookieName } from '@/server/session-cookie';
import { closeSession } from '@/server/sign-in';

/** POST: ends the session everywhere at once, forgets what was kept on this device (drafts) and goes to the sign-in page. */
export async function POST() {
  if (!isOwnOrigin(await headers())) return new Response(null, { status: 403 });
  const jar = await cookies();
  const sid = await readSid(jar);
  if (sid) await closeSession(sid);
  jar.delete(sessionCookieName());
  return new Response(null, { status: 303, headers: { location: '/sign-in', 'clear-site-data': '"cache", "storage"' } });
}
