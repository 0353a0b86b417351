import 'server-only';
import type { ReactElement } from 'react';

/** Seconds that an answer may be kept; 0: never, because it says something of somebody. */
type Manner = { readonly status?: number; readonly keep?: number };

/**
 * A whole page as plain HTML, without the script that the application's pages carry: for those that must open on any phone. `page`
 * is the html element; React escapes whatever stands in it.
 */
export async function document(page: ReactElement, { status = 200, keep = 0 }: Manner = {}): Promise<Response> {
  // Loaded here, because what is loaded with the pages renders for them alone.
  const { renderToStaticMarkup } = await import('react-dom/server');
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': keep > 0 ? `public, max-age=${Math.floor(keep)}` : 'no-store',
      // The language is in a cookie.
      vary: 'Cookie, Accept-Encoding',
    },
  });
}
