import 'server-only';
import type { AsyncLocalStorage } from 'node:async_hooks';

const singleton = globalThis as unknown as { guatuCall?: AsyncLocalStorage<{ reached: boolean }> };

/** Says that a request came as far as the product's own code (bin/unreadable.ts): whatever fails from here on is the product's. */
export function reached(): void {
  const call = singleton.guatuCall?.getStore();
  if (call) call.reached = true;
}
