import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { authSecret } from './secret';

/** Seconds a session may last at most, however busy (security.md 8). */
export const SESSION_SECONDS = 8 * 3600;

/** next-auth's own names: the second one on https. */
const NAMES = ['__Secure-next-auth.session-token', 'next-auth.session-token'] as const;

interface Jar {
  get(name: string): { value: string } | undefined;
}

export const cookiesAreSecure = (): boolean => process.env.NEXTAUTH_URL?.startsWith('https://') ?? false;
export const sessionCookieName = (): string => (cookiesAreSecure() ? NAMES[0] : NAMES[1]);

/** Session ids by seals that were opened before: opening one costs more than looking the session up, which is what ends it. */
const opened = new Map<string, string>();
const REMEMBERED = 5_000;

/** The session id in the sealed cookie, or null when there is none or it is forged. */
export async function readSid(jar: Jar): Promise<string | null> {
  const token = jar.get(sessionCookieName())?.value;
  if (!token) return null;
  return opened.get(token) ?? open(token);
}

async function open(token: string): Promise<string | null> {
  const claims = await decode({ token, secret: authSecret() }).catch(() => null);
  if (typeof claims?.sid !== 'string') return null;
  if (opened.size >= REMEMBERED) opened.clear();
  opened.set(token, claims.sid);
  return claims.sid;
}

/** The cookie next-auth would set for this session. It holds nothing but the session's id. */
export async function sealSid(sid: string): Promise<{ name: string; value: string; httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge: number }> {
  const value = await encode({ token: { sid }, secret: authSecret(), maxAge: SESSION_SECONDS });
  return { name: sessionCookieName(), value, httpOnly: true, sameSite: 'lax', path: '/', secure: cookiesAreSecure(), maxAge: SESSION_SECONDS };
}
