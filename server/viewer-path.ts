import 'server-only';

/** Set by proxy.ts to the path asked for, so that signing in leads back to it. Only a convenience: checked to be an own path. */
export const PATH_HEADER = 'x-guatu-path';
