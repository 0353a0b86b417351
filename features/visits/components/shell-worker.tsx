'use client';

import { SHELL_CACHE } from './device';

/** The tag under which a browser with background sync sends what waits, also when no page is open. */
export const SYNC_TAG = 'visits';
/** The page that is kept. */
export const SHELL = '/visits/offline';
/** Asks the worker to keep the newest shell; it answers, when it has tried, on the port that comes along. */
export const KEEP_SHELL = 'keep-shell';

type WithSync = ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } };

/** How long a worker may take to keep the page; on a weak line it goes on by itself. */
const PATIENCE_MS = 20_000;

/**
 * Installs the worker that opens the offline page where there is no signal, and lets it keep the newest one.
 * @returns whether the page is kept
 */
export async function installWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  await navigator.serviceWorker.register('/service-worker.js').catch(() => null);
  await Promise.race([keepNewest(), new Promise((late) => setTimeout(late, PATIENCE_MS))]);
  return (await caches.match(SHELL, { cacheName: SHELL_CACHE, ignoreVary: true })) !== undefined;
}

async function keepNewest(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const done = new Promise((answered) => (port1.onmessage = answered));
  active?.postMessage(KEEP_SHELL, [port2]);
  await done;
  port1.close();
}

/** Lets the browser send later by itself, where it can. */
export async function sendLater(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as WithSync | undefined;
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}
