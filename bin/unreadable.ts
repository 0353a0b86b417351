import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The same storage as server/reached.ts, which lives in Next's module graph. */
const singleton = globalThis as unknown as { guatuCall?: AsyncLocalStorage<{ reached: boolean }> };

/** Whether a request calls an action, by script or by a form without; Next.js looks for one at any path that no route handler has. */
const callsAction = ({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean =>
  method === 'POST' && (headers['next-action'] !== undefined || /^multipart\/form-data/i.test(headers['content-type'] ?? ''));

/**
 * Next.js answers a call that it cannot read with 500, as if the product had failed. When neither an action nor a route handler
 * was reached (server/reached.ts), what was sent was none of our forms: that is 400.
 */
export function answeringUnreadable(request: IncomingMessage, response: ServerResponse, handle: () => unknown): void {
  if (!callsAction(request)) return void handle();
  const call = { reached: false };
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => writeHead(status === 500 && !call.reached ? 400 : status, ...rest)) as typeof response.writeHead;
  (singleton.guatuCall ??= new AsyncLocalStorage()).run(call, handle);
}
