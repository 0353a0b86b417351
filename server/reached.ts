import 'server-only';
import type { AsyncLocalStorage } from 'node:async_hooks';

const singleton = globalThis as unknown as { guatuCall?: AsyncLocalStorage<{ reached: boolean }> };

/** Says that what was sent could be read as a call of an action (bin/unreadable.ts): whatever fails from here on is the product's. */
export function reached(): void {
  const call = singleton.guatuCall?.getStore();
  if (call) call.reached = true;
}
