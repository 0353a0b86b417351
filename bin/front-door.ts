import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cameOverTls } from '../domain/over-tls';
import { PATH_HEADER } from '../domain/own-path';

/** The one style sheet that react-aria writes into a page (touch-action of what can be pressed): allowed by what it says. */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** What every answer says, whatever was asked for. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'X-Frame-Options': 'DENY',
};

/** A year: whoever was here over TLS once does not come without it. */
const ONLY_TLS = 'max-age=31536000';

/**
 * Every request passes here before Next.js sees it: the answer gets its security headers, the request the policy whose nonce Next
 * puts on its scripts, the address it came from, and the path it asked for, so that signing in leads back to it. Nothing is decided here.
 * @param proxies how many proxies of our own stand in front, each of which adds to X-Forwarded-For
 */
export function throughFrontDoor(request: IncomingMessage, response: ServerResponse, proxies: number): void {
  const policy = contentSecurityPolicy(randomUUID());
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  response.setHeader('Content-Security-Policy', policy);
  if (cameOverTls(process.env.NEXTAUTH_URL, single(request.headers['x-forwarded-proto']))) response.setHeader('Strict-Transport-Security', ONLY_TLS);
  request.headers['content-security-policy'] = policy;
  request.headers['x-forwarded-for'] = clientAddress(single(request.headers['x-forwarded-for']), request.socket.remoteAddress ?? '', proxies);
  request.headers[PATH_HEADER] = pathAsked(request.url ?? '/');
}

const single = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header.join(', ') : header);

/**
 * Where a request came from: what the outermost of our own proxies saw. Whatever stands before that in X-Forwarded-For is the client's
 * word; without a proxy all of it is.
 */
export const clientAddress = (forwarded: string | undefined, peer: string, proxies: number): string => {
  const way = [...(forwarded ? forwarded.split(',').map((each) => each.trim()) : []), peer];
  return way.at(-1 - proxies) ?? way[0] ?? peer;
};

/** The path without the mark Next.js puts on its own requests for a page's data. */
export const pathAsked = (url: string): string => url.replace(/([?&])_rsc=[^&]*(&|$)/, (_, lead: string, more: string) => more && lead);

/** What a page may load and where it may send: only this site, and only scripts that carry the answer's own nonce. */
export function contentSecurityPolicy(nonce: string, development = process.env.NODE_ENV === 'development'): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src ${development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}' ${REACT_ARIA_STYLE}`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
