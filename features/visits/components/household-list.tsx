'use client';

import type { DeviceHousehold, DeviceList } from '../queries/device-list';
import { all, drop, keep } from './device';
import { open, seal } from './seal';

/** A list older than this is no longer trusted to be one's own, and goes. */
const KEPT_MS = 7 * 24 * 3600_000;

interface List {
  /** How far the county's clock is ahead of this device's, in milliseconds. */
  readonly ahead: number;
  readonly households: DeviceHousehold[];
}

/** Fetches one's own households and keeps them sealed. Nothing changes without signal or session. */
export async function refreshList(account: number): Promise<void> {
  const answer = await fetch('/api/visits/households', { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  const { account: owner, now, households } = (await answer.json()) as DeviceList;
  if (owner !== account) return;
  await keep('lists', { owner, at: Date.now(), sealed: await seal(owner, { ahead: now - Date.now(), households } satisfies List) });
}

/** The list this device keeps, and whose it is. */
export async function keptList(): Promise<({ owner: number } & List) | null> {
  for (const { owner, at, sealed } of await all('lists')) {
    const list = at < Date.now() - KEPT_MS ? null : await open<List>(owner, sealed);
    if (list) return { owner, ...list };
    await drop('lists', owner);
  }
  return null;
}
