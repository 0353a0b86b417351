'use client';

/** The tag under which a browser with background sync sends what waits, also when no page is open. */
export const SYNC_TAG = 'visits';
/** Asks the worker to keep the newest shell. */
export const KEEP_SHELL = 'keep-shell';

type WithSync = ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } };

/** Installs the worker that opens the offline page where there is no signal, and lets it keep the newest one. */
export async function installWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/service-worker.js').catch(() => null);
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(KEEP_SHELL);
}

/** Lets the browser send later by itself, where it can. */
export async function sendLater(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as WithSync | undefined;
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}
