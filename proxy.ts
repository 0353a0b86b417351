import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/server/content-security';
import { readSid } from '@/server/session-cookie';
import { PATH_HEADER } from '@/server/viewer-path';

// Whoever has no session may look at these; everything else leads to the sign-in page. The API answers for itself.
const OPEN = /^\/(sign-in|sign-out|locale|public|api)(\/|$)/;

/**
 * Sends the signed-out to the sign-in page a little earlier, and gives every answer its content security policy. It looks at the
 * cookie's seal only. Nothing is decided here: without this file every page, action and handler still asks who is calling.
 */
export default async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const looking = request.method === 'GET' || request.method === 'HEAD';
  if (looking && !OPEN.test(pathname) && (await readSid(request.cookies)) === null) {
    const target = new URL('/sign-in', request.nextUrl);
    if (pathname !== '/') target.searchParams.set('callbackUrl', pathname + search);
    return withPolicy(NextResponse.redirect(target), contentSecurityPolicy(''));
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, pathname + search);
  // Next reads the nonce from the request's own policy and puts it on its scripts.
  headers.set('content-security-policy', policy);
  return withPolicy(NextResponse.next({ request: { headers } }), policy);
}

function withPolicy(response: NextResponse, policy: string): NextResponse {
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|icon).*)'] };
