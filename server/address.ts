import 'server-only';
import { headers } from 'next/headers';

/**
 * Where a request came from, for the audit trail. The last entry of X-Forwarded-For: the one our own proxy (or, without one,
 * the server itself) wrote; what stands before it is the client's word.
 */
export async function requestAddress(): Promise<string | null> {
  const forwarded = (await headers()).get('x-forwarded-for');
  return forwarded?.split(',').at(-1)?.trim().slice(0, 64) || null;
}
