import path from 'node:path';
import type pg from 'pg';
import { dataDir } from '../keys';
import { openEmbedded } from './embedded';
import { openPostgres } from './postgres';

/** The database behind the ordinary `pg` driver: PostgreSQL when DATABASE_URL is set, else the embedded one. */
export interface Engine {
  kind: 'postgres' | 'embedded';
  pool: pg.Pool;
  /** Hears a channel's notifications until the returned function is called. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /**
   * Work for which the limits of a request are too short: migrations, loads, measuring everything anew. On PostgreSQL it has a
   * connection of the owner's (DATABASE_OWNER_URL, where set), on the embedded database the usual one.
   */
  unhurried<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const singleton = globalThis as unknown as { guatuEngine?: Promise<Engine> };

/** The process's one engine, opened at the first call. On globalThis: the server and Next's bundles are separate module graphs. */
export function engine(): Promise<Engine> {
  return (singleton.guatuEngine ??= open().catch((failure: unknown) => {
    singleton.guatuEngine = undefined;
    throw failure;
  }));
}

/** Closes the process's engine, if it was opened. */
export async function closeEngine(): Promise<void> {
  const opened = singleton.guatuEngine;
  singleton.guatuEngine = undefined;
  await (await opened)?.close();
}

function open(): Promise<Engine> {
  const { DATABASE_URL } = process.env;
  return DATABASE_URL ? openPostgres(DATABASE_URL) : openEmbedded(path.join(dataDir(), 'pg'));
}
