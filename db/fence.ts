import { AsyncLocalStorage } from 'node:async_hooks';
import { DrizzleQueryError, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { Area } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';
import { engine } from './engine/engine';

/** An open transaction inside the row fence. It cannot begin another one: nested calls of `fenced` join it. */
export type Tx = Omit<NodePgDatabase, 'transaction' | '$client'>;

/** A query only reads; a command writes. */
export type Mode = 'read' | 'write';

/** What the row fence reads (db/migrations/0001_fence.sql). Empty gives no rows. */
interface Settings {
  person: string;
  from: string;
  to: string;
  townships: string;
  households: string;
  audit: string;
}

interface Open {
  readonly tx: Tx;
  /** Who the transaction belongs to; only the same may join. */
  readonly whose: string;
  readonly mode: Mode;
  readonly settings: Settings;
  done: boolean;
}

const open = new AsyncLocalStorage<Open>();

const EVERYTHING: Settings = { person: '0', from: '0', to: ':', townships: '*', households: '*', audit: '' };
const NAMES = ['person', 'from', 'to', 'townships', 'households', 'audit'] as const;
/** No quote, no backslash: what may stand between quotes in the opening statement. */
const PLAIN = /^[0-9a-z,:*]*$/;

/**
 * Runs inside the viewer's row fence: one transaction, as the application's role. The only way from a request to the database.
 * A nested call joins the outer transaction, and is refused if it is for somebody else or writes inside a read.
 * Writes go through server/command.ts, which asks for 'write'.
 */
export async function fenced<T>(viewer: Viewer, run: (tx: Tx) => Promise<T>, mode: Mode = 'read'): Promise<T> {
  const { area, households, audit } = viewer.scope;
  const settings = { person: String(viewer.personId), ...ground(area), households: households === '*' ? '*' : households.join(','), audit };
  return within(`viewer ${viewer.accountId} ${NAMES.map((name) => settings[name]).join(' ')}`, settings, mode, run);
}

/** For what has no viewer: finding out who asks, jobs, measuring. Sees every row, owns none. */
export async function asSystem<T>(purpose: 'sign-in' | 'job' | 'measure', run: (tx: Tx) => Promise<T>, mode: Mode = 'write'): Promise<T> {
  return within(`system ${purpose}`, EVERYTHING, mode, run);
}

/** Lets one step of a running write see every row (a measurement counts all of a village, whoever wrote), then restores the viewer. */
export async function widened<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  const outer = open.getStore();
  if (!outer || outer.tx !== tx || outer.done) throw new Error('widened outside its transaction');
  await set(tx, { ...EVERYTHING, person: outer.settings.person });
  const result = await run();
  await set(tx, outer.settings);
  return result;
}

const ground = (area: Area | null): Pick<Settings, 'from' | 'to' | 'townships'> =>
  area ? { from: area.from, to: area.to, townships: area.townships === '*' ? '*' : area.townships.join(',') } : { from: '', to: '', townships: '' };

async function set(tx: Tx, settings: Settings): Promise<void> {
  await tx.execute(sql`select ${sql.join(NAMES.map((name) => sql`set_config(${`app.${name}`}, ${settings[name]}, true)`), sql`, `)}`);
}

async function within<T>(whose: string, settings: Settings, mode: Mode, run: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = open.getStore();
  if (outer && !outer.done) {
    if (outer.whose !== whose) throw new Error('a transaction of somebody else is open here');
    if (outer.mode === 'read' && mode === 'write') throw new Error('a write inside a read');
    return run(outer.tx);
  }
  const client = await (await engine()).pool.connect();
  let held = true;
  const release = (failure?: Error) => {
    if (held) client.release(failure);
    held = false;
  };
  try {
    await client.query(opening(settings, mode));
    const mine: Open = { tx: drizzle(client) as Tx, whose, mode, settings, done: false };
    const result = await open.run(mine, () => run(mine.tx)).finally(() => (mine.done = true));
    const ended = client.query('commit').then(() => release());
    // Nothing hangs on the end of a read: the answer need not wait for it.
    if (mode === 'write') await ended;
    else ended.catch(release);
    return result;
  } catch (failure) {
    await rollBack(client).then(() => release(), release);
    throw withoutValues(failure);
  }
}

/** Begin, role and settings in one round trip. The values are codes and numbers, checked to be so: nothing to escape. */
function opening(settings: Settings, mode: Mode): string {
  const calls = NAMES.map((name) => {
    if (!PLAIN.test(settings[name])) throw new Error(`app.${name} is malformed`);
    return `set_config('app.${name}', '${settings[name]}', true)`;
  });
  return `begin ${mode === 'read' ? 'read only' : 'read write'}; set local role guatu_app; select ${calls.join(', ')}`;
}

async function rollBack(client: PoolClient): Promise<void> {
  await client.query('rollback');
}

/** A query that failed. Neither Drizzle's message nor PostgreSQL's may pass: they repeat values, and names and ID numbers have no place in a log. */
export class QueryFailure extends Error {
  constructor(
    /** PostgreSQL's SQLSTATE; '' when it did not answer. */
    readonly code: string,
    readonly constraint: string | undefined,
    readonly query: string,
  ) {
    super(`the database refused (${code || 'no answer'}${constraint ? `, ${constraint}` : ''}): ${query.slice(0, 500)}`);
    this.name = 'QueryFailure';
  }
}

function withoutValues(failure: unknown): unknown {
  if (!(failure instanceof DrizzleQueryError)) return failure;
  const { code = '', constraint } = (failure.cause ?? {}) as { code?: string; constraint?: string };
  return new QueryFailure(code, constraint, failure.query);
}
