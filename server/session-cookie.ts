import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { cameOverTls } from '@/domain/over-tls';
import { authSecret } from './secret';

/** Seconds a session may last at most, however busy (docs/decisions/07-access.md). */
export const SESSION_SECONDS = 8 * 3600;

/** next-auth's own names: the second one on https. */
const NAMES = ['__Secure-next-auth.session-token', 'next-auth.session-token'] as const;

interface Jar {
  get(name: string): { value: string } | undefined;
}
interface Asked {
  get(name: string): string | null;
}

/** Whether the browser came over TLS; next-auth decides the same way. Whoever says so untruly gets a cookie that their own browser will not send. */
export const overTls = (headers: Asked): boolean => cameOverTls(process.env.NEXTAUTH_URL, headers.get('x-forwarded-proto'));

export const sessionCookieName = (headers: Asked): string => (overTls(headers) ? NAMES[0] : NAMES[1]);

/** Session ids by seals that were opened before: opening one costs more than looking the session up, which is what ends it. */
const opened = new Map<string, string>();
const REMEMBERED = 5_000;

/** The session id in the sealed cookie, or null when there is none or it is forged. */
export async function readSid(jar: Jar, headers: Asked): Promise<string | null> {
  const token = jar.get(sessionCookieName(headers))?.value;
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
export async function sealSid(sid: string, headers: Asked): Promise<{ name: string; value: string; httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge: number }> {
  const value = await encode({ token: { sid }, secret: authSecret(), maxAge: SESSION_SECONDS });
  return { name: sessionCookieName(headers), value, httpOnly: true, sameSite: 'lax', path: '/', secure: overTls(headers), maxAge: SESSION_SECONDS };
}
