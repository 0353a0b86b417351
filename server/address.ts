import 'server-only';
import { headers } from 'next/headers';

/** Where a request came from, for the audit trail and the public's limits: bin/front-door.ts put it there, whatever the client said. */
export async function requestAddress(): Promise<string | null> {
  const forwarded = (await headers()).get('x-forwarded-for');
  return forwarded?.trim().slice(0, 64) || null;
}
