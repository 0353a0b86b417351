import { SHELL_CACHE } from '@/features/visits/components/device';
import { sendAll } from '@/features/visits/components/sender';
import { KEEP_SHELL, SHELL, SYNC_TAG } from '@/features/visits/components/shell-worker';

/**
 * The worker of the installed application. It keeps one page, which says nothing of anybody, with its script and styles, and shows
 * it where there is no signal. No other page, no answer of the API and no picture is ever kept.
 */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Events {
  install: Extendable;
  activate: Extendable;
  fetch: Fetching;
  message: Extendable & { readonly data: unknown; readonly ports: readonly MessagePort[] };
  sync: Extendable & { readonly tag: string };
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(name: Name, listen: (event: Events[Name]) => void): void;
}

const worker = self as unknown as Worker;
const BUILT = '/_next/static/';
/** Scripts and styles as the page names them, in its tags and in its data. */
const PARTS = /\/_next\/static\/[\w./~%-]+\.(?:js|css)/g;

worker.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  if (event.data === KEEP_SHELL) event.waitUntil(keepShell().catch(() => undefined).then(() => event.ports[0]?.postMessage(null)));
});
worker.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(sync());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, address));
  else if (address.pathname.startsWith(BUILT)) event.respondWith(kept(address.pathname).then((answer) => answer ?? fetch(request)));
});

/** A browser asks again, after a while, only for a sync that failed. */
async function sync(): Promise<void> {
  if (!(await sendAll())) throw new Error('visits are still waiting on this device');
}

async function page(request: Request, { pathname }: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    if (pathname !== SHELL) return Response.redirect(SHELL, 302);
    return (await kept(SHELL)) ?? Response.error();
  }
}

const kept = async (path: string): Promise<Response | undefined> => (await caches.open(SHELL_CACHE)).match(path, { ignoreVary: true });

/** Keeps the newest shell with its parts, and drops those of older builds. A shell that cannot be had whole changes nothing. */
async function keepShell(): Promise<void> {
  const answer = await fetch(SHELL, { cache: 'no-store' });
  if (!answer.ok || answer.redirected) return;
  const parts = new Set((await answer.clone().text()).match(PARTS));
  const cache = await caches.open(SHELL_CACHE);
  for (const part of parts) if (!(await cache.match(part, { ignoreVary: true }))) await cache.add(part);
  await cache.put(SHELL, answer);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== SHELL && !parts.has(pathname)) await cache.delete(url);
  }
}
