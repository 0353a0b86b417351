'use client';

/** What stands on the device. Names and texts are sealed (seal.tsx); in plain are only numbers, times and states. */
export interface KeptKey {
  readonly owner: number;
  readonly key: CryptoKey;
}

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

export interface KeptList {
  readonly owner: number;
  readonly at: number;
  readonly sealed: Sealed;
}

export type SendingState = 'waiting' | 'sending' | 'sent' | 'failed';

export interface KeptVisit {
  readonly key: string;
  readonly owner: number;
  readonly at: number;
  readonly state: SendingState;
  /** Why it waits or failed: the server's code, its sentence, its reason. */
  readonly why: { readonly code: string; readonly message: string; readonly reason?: string; readonly fields?: Readonly<Record<string, string>> } | null;
  /** The row it became; its photos may still be on their way. */
  readonly visit: number | null;
  readonly sealed: Sealed;
}

export interface KeptPhoto {
  readonly key: string;
  readonly visit: string;
  readonly owner: number;
  readonly sealed: Sealed;
}

export interface KeptDraft {
  /** `owner:household`. */
  readonly id: string;
  readonly owner: number;
  /** The key of the visit it will be; its photos are kept under it already. */
  readonly visit: string;
  readonly sealed: Sealed;
}

interface Stores {
  keys: KeptKey;
  lists: KeptList;
  visits: KeptVisit;
  photos: KeptPhoto;
  drafts: KeptDraft;
}

const NAME = 'guatu-field';
const KEYS = { keys: 'owner', lists: 'owner', visits: 'key', photos: 'key', drafts: 'id' } as const satisfies Record<keyof Stores, string>;
export const SHELL_CACHE = 'guatu-shell';

/** Whether this browser can keep anything safely: sealing needs a secure context. */
export const canKeep = (): boolean => typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined && 'locks' in navigator;

const answered = <Value,>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('the device refused'));
  });

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    for (const [store, keyPath] of Object.entries(KEYS)) request.result.createObjectStore(store, { keyPath });
  };
  return answered(request).then((database) => {
    // Signing out in another tab takes the database away.
    database.onversionchange = () => database.close();
    return database;
  });
}

async function within<Value>(store: keyof Stores, mode: IDBTransactionMode, run: (kept: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const database = await opened();
  try {
    const transaction = database.transaction(store, mode);
    const ended = new Promise<void>((done, failed) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => failed(transaction.error ?? new Error('the device is full'));
    });
    const value = await answered(run(transaction.objectStore(store)));
    if (mode === 'readwrite') await ended;
    return value;
  } finally {
    database.close();
  }
}

export const all = <Store extends keyof Stores>(store: Store): Promise<Stores[Store][]> => within(store, 'readonly', (kept) => kept.getAll() as IDBRequest<Stores[Store][]>);
export const one = <Store extends keyof Stores>(store: Store, key: string | number): Promise<Stores[Store] | undefined> =>
  within(store, 'readonly', (kept) => kept.get(key) as IDBRequest<Stores[Store] | undefined>);
export const keep = <Store extends keyof Stores>(store: Store, value: Stores[Store]): Promise<unknown> => within(store, 'readwrite', (kept) => kept.put(value));
export const drop = (store: keyof Stores, key: string | number): Promise<unknown> => within(store, 'readwrite', (kept) => kept.delete(key));

/** Whether anything was ever kept here, without making a place for it. */
export async function anythingKept(): Promise<boolean> {
  if (!canKeep()) return false;
  const databases = await indexedDB.databases?.();
  return databases?.some(({ name }) => name === NAME) ?? true;
}

/** Takes everything off the device: rows, keys, the shell and its worker. */
export async function wipe(): Promise<void> {
  await new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = request.onerror = request.onblocked = () => done();
  });
  await globalThis.caches?.delete(SHELL_CACHE);
  await (await navigator.serviceWorker?.getRegistration())?.unregister();
}
