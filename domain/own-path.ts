/** The request header that says which path was asked for. Only a convenience: whoever reads it checks it with `ownPath`. */
export const PATH_HEADER = 'x-guatu-path';

/**
 * A place to return to, from a form or a query string: only a path of this product ('/households?month=2018-02').
 * Other hosts ('//evil', '/\evil', 'https:…'), control characters and nonsense become '/'.
 */
export function ownPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2000) return '/';
  if (!value.startsWith('/') || /^\/[/\\]/.test(value) || /[\u0000-\u001f\u007f\\]/.test(value)) return '/';
  const url = new URL(value, 'http://own.invalid');
  const path = url.pathname + url.search + url.hash;
  return url.host === 'own.invalid' && !path.startsWith('//') ? path : '/';
}
