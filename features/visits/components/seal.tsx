'use client';

import { type KeptKey, keep, one, type Sealed } from './device';

const ALGORITHM = { name: 'AES-GCM', length: 256 } as const;
const IV_BYTES = 12;

/** The key of an account on this device. It cannot be taken out of the browser, and goes when the account signs out. */
export async function keyOf(owner: number): Promise<CryptoKey> {
  const kept = await one('keys', owner);
  if (kept) return kept.key;
  const made: KeptKey = { owner, key: await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']) };
  await keep('keys', made);
  return made.key;
}

export async function sealBytes(owner: number, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, data: await crypto.subtle.encrypt({ name: ALGORITHM.name, iv }, await keyOf(owner), bytes) };
}

export async function openBytes(owner: number, { iv, data }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: ALGORITHM.name, iv }, await keyOf(owner), data);
}

export const seal = (owner: number, value: unknown): Promise<Sealed> => sealBytes(owner, new TextEncoder().encode(JSON.stringify(value)));

/** What was sealed, or null when its key is gone. */
export async function open<Value>(owner: number, sealed: Sealed): Promise<Value | null> {
  try {
    return JSON.parse(new TextDecoder().decode(await openBytes(owner, sealed))) as Value;
  } catch {
    return null;
  }
}
