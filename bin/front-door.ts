import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
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

/**
 * Every request passes here before Next.js sees it: the answer gets its security headers, the request the policy whose nonce Next
 * puts on its scripts, and the path it asked for, so that signing in leads back to it. Nothing is decided here.
 */
export function throughFrontDoor(request: IncomingMessage, response: ServerResponse): void {
  const policy = contentSecurityPolicy(randomUUID());
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  response.setHeader('Content-Security-Policy', policy);
  request.headers['content-security-policy'] = policy;
  request.headers[PATH_HEADER] = pathAsked(request.url ?? '/');
}

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
