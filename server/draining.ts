import 'server-only';

const singleton = globalThis as unknown as { guatuDraining?: AbortController };

/** Aborted by the process when it begins to stop (bin/serve.ts): open streams end themselves. */
export const draining = (): AbortSignal => (singleton.guatuDraining ??= new AbortController()).signal;
