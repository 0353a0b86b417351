import 'server-only';
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { asSystem, fenced, type Tx } from '@/db/fence';
import { LOCKS } from '@/db/locks';
import { verifyPassword } from '@/db/password';
import { LOCK_OUT, lockedUntil, REMEMBERED } from '@/domain/lock-out';
import { networkOf } from '@/domain/public-limits';
import type { Viewer } from '@/domain/viewer';
import { audit } from './audit';
import { demonstrationAllowed } from './demonstration';
import { viewerFor } from './viewer';

/** An account whose password was right, by the hash it was right against. */
export interface Verified {
  readonly accountId: number;
  readonly hash: string;
}

/**
 * 'wrong' says nothing about whether the account exists, is disabled or has another password; 'locked' is of the name, real or not;
 * 'unappointed' is only said to who knew the password: no duty today, so nothing to see.
 */
export type SignedIn = Verified | { readonly refused: 'wrong' | 'locked' | 'busy' | 'unappointed' };

// Nobody's password, at the current cost: unknown names take as long as known ones.
const NOBODY = `scrypt$131072$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
const MOST_AT_ONCE = 2;
const MOST_WAITING = 200;
/** Of one network: somebody who only tries leaves room for everybody else. */
const MOST_FROM_ONE = 50;

/** Checks a name and password, counting failures by name (docs/decisions/07-access.md). One attempt at a time for each name. */
export async function authenticate(username: string, password: string, address: string | null): Promise<SignedIn> {
  const name = username.normalize('NFKC').replace(/\p{Cc}/gu, '').trim().slice(0, 64);
  const network = networkOf(address);
  const others = trying.get(network) ?? 0;
  if (waiting.length >= MOST_WAITING || others >= MOST_FROM_ONE) return { refused: 'busy' };
  trying.set(network, others + 1);
  return attempted(name, password, address).finally(() => {
    const left = (trying.get(network) ?? 1) - 1;
    if (left > 0) trying.set(network, left);
    else trying.delete(network);
  });
}

/** Attempts that are under way, by network. */
const trying = new Map<string, number>();

async function attempted(name: string, password: string, address: string | null): Promise<SignedIn> {
  return inTurn(name, async () => {
    const attempt = await begin(name);
    if (attempt === 'locked') return { refused: 'locked' };
    const { account, hash } = attempt;
    const right = await costly(() => verifyPassword(password.slice(0, 256), hash ?? NOBODY));
    if (right && hash && account && !account.disabled) {
      await asSystem('sign-in', (tx) => tx.execute(sql`delete from sign_in_failures where username = ${name}`));
      const viewer = await viewerFor(account.id);
      return viewer && viewer.roles.length > 0 ? { accountId: account.id, hash } : { refused: 'unappointed' };
    }
    await refusedAudit(account?.id ?? null, name, address);
    return { refused: 'wrong' };
  });
}

/** A new session of the account; returns its random id, which the cookie will hold. */
export async function openSession(accountId: number, address: string | null): Promise<string> {
  const viewer = await viewerFor(accountId);
  if (!viewer) throw new Error('no such account');
  return fenced(viewer, (tx) => begun(tx, viewer, address), 'write');
}

/**
 * The same for whoever has just given the password; null when the account was closed or its password changed while it was being checked:
 * a change ends every session, also one that is only about to begin.
 */
export async function openVerified({ accountId, hash }: Verified, address: string | null): Promise<string | null> {
  const viewer = await viewerFor(accountId);
  if (!viewer) return null;
  return fenced(viewer, async (tx) => {
    const { rows: [row] } = await tx.execute<Secrets>(sql`${SECRETS} where id = ${accountId} for share of accounts`);
    return row && !row.disabled && hashOf(row) === hash ? begun(tx, viewer, address) : null;
  }, 'write');
}

async function begun(tx: Tx, viewer: Viewer, address: string | null): Promise<string> {
  const sid = randomBytes(32).toString('base64url');
  await tx.execute(sql`insert into sessions (sid, account_id) values (${sid}, ${viewer.accountId})`);
  await audit(tx, viewer, { command: 'session.open', kind: 'session', id: viewer.accountId, after: { username: viewer.username }, address });
  return sid;
}

/** Ends a session at once, and writes into the trail whose it was. Unknown and ended ones stay as they are. */
export async function closeSession(sid: string, address: string | null): Promise<void> {
  await asSystem('sign-in', async (tx) => {
    // The trail takes a line in the name of who writes it only.
    const { rows: [whose] } = await tx.execute<{ id: number; person: number; username: string }>(sql`
      update sessions s set revoked_at = now() from accounts a where s.sid = ${sid} and s.revoked_at is null and a.id = s.account_id
      returning a.id, a.person_id as person, a.username, set_config('app.person', a.person_id::text, true)`);
    if (whose) await audit(tx, { personId: whose.person, username: whose.username }, { command: 'session.close', kind: 'session', id: whose.id, after: { username: whose.username }, address });
  });
}

interface Account {
  id: number;
  disabled: boolean;
}

interface Secrets extends Record<string, unknown> {
  id: number;
  disabled: boolean;
  demo: boolean;
  hash: string | null;
  demo_hash: string | null;
}

const SECRETS = sql`
  select id, disabled_at is not null as disabled, demo, password_hash as hash,
    (select value from installation where key = 'demo_password_hash') as demo_hash
  from accounts`;

/** A demonstration account whose password was changed has a hash of its own; without a demonstration it has none. */
const hashOf = ({ demo, hash, demo_hash: shared }: Secrets): string | null => (!demo ? hash : demonstrationAllowed() ? (hash ?? shared) : null);

/** The attempt counts as a failure until it has succeeded: many at once, on however many instances, cannot outrun the limit. */
async function begin(name: string): Promise<'locked' | { account: Account | null; hash: string | null }> {
  return asSystem('sign-in', async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.signIn}, hashtext(${name}))`);
    await tx.execute(sql`
      delete from sign_in_failures where id in (
        select id from sign_in_failures where at < now() - make_interval(secs => ${REMEMBERED / 1000}) limit 100 for update skip locked)`);
    const { rows: failures } = await tx.execute<{ at: number; now: number }>(sql`
      select extract(epoch from at)::float8 * 1000 as at, extract(epoch from now())::float8 * 1000 as now from sign_in_failures where username = ${name} order by at`);
    if (failures.length >= LOCK_OUT.failures && lockedUntil(failures.map(({ at }) => at), failures[0]?.now ?? 0) !== null) return 'locked';
    await tx.execute(sql`insert into sign_in_failures (username) values (${name})`);
    const { rows: [row] } = await tx.execute<Secrets>(sql`${SECRETS} where username = ${name}`);
    return row ? { account: { id: row.id, disabled: row.disabled }, hash: hashOf(row) } : { account: null, hash: null };
  });
}

/** Also for names that nobody has, without the name: somebody may have typed a password there. Known and unknown take the same time. */
async function refusedAudit(accountId: number | null, name: string, address: string | null): Promise<void> {
  await asSystem('sign-in', (tx) => tx.execute(sql`
    insert into audits (person_id, actor, command, subject_kind, subject_id, address, after)
    values (0, ${accountId === null ? '?' : name}, 'session.refuse', 'session', ${String(accountId ?? '?')}, ${address}, '{"refused": true}')`));
}

const turns = new Map<string, Promise<unknown>>();

async function inTurn<T>(name: string, run: () => Promise<T>): Promise<T> {
  const mine = (turns.get(name) ?? Promise.resolve()).then(run, run);
  turns.set(name, mine);
  return mine.finally(() => {
    if (turns.get(name) === mine) turns.delete(name);
  });
}

let running = 0;
const waiting: (() => void)[] = [];

/** A hash takes 128 MiB: however many sign in at once, only two are computed at a time. */
async function costly<T>(run: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await run();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
