import { cookies, headers } from 'next/headers';
import { requestAddress } from '@/server/address';
import { isOwnOrigin } from '@/server/origin';
import { overTls, readSid, sessionCookieName } from '@/server/session-cookie';
import { closeSession } from '@/server/sign-in';

/** POST: ends the session everywhere at once, forgets what was kept on this device (drafts) and goes to the sign-in page. */
export async function POST() {
  const asked = await headers();
  if (!isOwnOrigin(asked)) return new Response(null, { status: 403 });
  const jar = await cookies();
  const sid = await readSid(jar, asked);
  if (sid) await closeSession(sid, await requestAddress());
  // A browser deletes a __Secure- cookie only at the word of a secure one.
  jar.delete({ name: sessionCookieName(asked), path: '/', secure: overTls(asked) });
  return new Response(null, { status: 303, headers: { location: '/sign-in', 'clear-site-data': '"cache", "storage"' } });
}
