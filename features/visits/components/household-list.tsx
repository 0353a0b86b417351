'use client';

import { DEVICE_LIST_DAYS } from '@/domain/visit';
import type { DeviceHousehold, DeviceList } from '../queries/device-list';
import { all, keep } from './device';
import { open, seal } from './seal';

const KEPT_MS = DEVICE_LIST_DAYS * 24 * 3600_000;

interface List {
  /** How far the county's clock is ahead of this device's, in milliseconds. */
  readonly ahead: number;
  readonly households: DeviceHousehold[];
}

/** Whose list this device keeps, and the list; without it once it was too old and went. */
export type KeptHouseholds = ({ readonly owner: number } & List) | { readonly owner: number; readonly ahead: 0; readonly households: null };

/**
 * Fetches one's own households and keeps them sealed. Nothing changes without signal or session.
 * @returns whether this device keeps a list of the account's, this one or an earlier one
 */
export async function refreshList(account: number): Promise<boolean> {
  const answer = await fetch('/api/visits/households', { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) {
    const { account: owner, now, households } = (await answer.json()) as DeviceList;
    if (owner === account) await keep('lists', { owner, at: Date.now(), sealed: await seal(owner, { ahead: now - Date.now(), households } satisfies List) });
  }
  const kept = await keptList();
  return kept?.owner === account && kept.households !== null;
}

/** The list this device keeps. Of one that is too old nothing stays but whose it was: what they have not sent is still theirs. */
export async function keptList(): Promise<KeptHouseholds | null> {
  const [kept] = await all('lists');
  if (!kept) return null;
  const { owner, at, sealed } = kept;
  const list = at < Date.now() - KEPT_MS ? null : await open<List>(owner, sealed);
  if (list) return { owner, ...list };
  await keep('lists', { owner, at: 0, sealed: await seal(owner, null) });
  return { owner, ahead: 0, households: null };
}
