import 'server-only';

/** The one style sheet that react-aria writes into a page (touch-action of what can be pressed): allowed by what it says. */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";
const DEVELOPMENT = process.env.NODE_ENV === 'development';

/** What a page may load and where it may send: only this site, and only scripts that carry the answer's own nonce (security.md 13). */
export function contentSecurityPolicy(nonce: string): string {
  const own = nonce ? `'self' 'nonce-${nonce}'` : "'self'";
  return [
    "default-src 'self'",
    `script-src ${own}${nonce ? " 'strict-dynamic'" : ''}${DEVELOPMENT ? " 'unsafe-eval'" : ''}`,
    `style-src ${DEVELOPMENT ? "'self' 'unsafe-inline'" : `${own} ${REACT_ARIA_STYLE}`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
