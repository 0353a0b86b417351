import 'server-only';
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { asSystem, fenced } from '@/db/fence';
import { LOCKS } from '@/db/locks';
import { verifyPassword } from '@/db/password';
import { LOCK_OUT, lockedUntil, REMEMBERED } from '@/domain/lock-out';
import { audit } from './audit';
import { demonstrationAllowed } from './demonstration';
import { viewerFor } from './viewer';

/**
 * 'wrong' says nothing about whether the account exists, is disabled or has another password; 'locked' is of the name, real or not;
 * 'unappointed' is only said to who knew the password: no duty today, so nothing to see.
 */
export type SignedIn = { readonly accountId: number } | { readonly refused: 'wrong' | 'locked' | 'busy' | 'unappointed' };

// Nobody's password, at the current cost: unknown names take as long as known ones.
const NOBODY = `scrypt$131072$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
const MOST_AT_ONCE = 2;
const MOST_WAITING = 200;

/** Checks a name and password, counting failures by name (docs/decisions/07-access.md). One attempt at a time for each name. */
export async function authenticate(username: string, password: string, address: string | null): Promise<SignedIn> {
  const name = username.normalize('NFKC').trim().slice(0, 64);
  if (waiting.length >= MOST_WAITING) return { refused: 'busy' };
  return inTurn(name, async () => {
    const attempt = await begin(name);
    if (attempt === 'locked') return { refused: 'locked' };
    const { account, hash } = attempt;
    const right = await costly(() => verifyPassword(password.slice(0, 256), hash ?? NOBODY));
    if (right && hash && account && !account.disabled) {
      await asSystem('sign-in', (tx) => tx.execute(sql`delete from sign_in_failures where username = ${name}`));
      const viewer = await viewerFor(account.id);
      return viewer && viewer.roles.length > 0 ? { accountId: account.id } : { refused: 'unappointed' };
    }
    await refusedAudit(account?.id ?? null, name, address);
    return { refused: 'wrong' };
  });
}

/** A new session of the account; returns its random id, which the cookie will hold. */
export async function openSession(accountId: number, address: string | null): Promise<string> {
  const sid = randomBytes(32).toString('base64url');
  const viewer = await viewerFor(accountId);
  if (!viewer) throw new Error('no such account');
  await fenced(viewer, async (tx) => {
    await tx.execute(sql`insert into sessions (sid, account_id) values (${sid}, ${accountId})`);
    await audit(tx, viewer, { command: 'session.open', kind: 'session', id: accountId, after: { username: viewer.username }, address });
  }, 'write');
  return sid;
}

/** Ends a session at once. Unknown and ended ones stay as they are. */
export async function closeSession(sid: string): Promise<void> {
  await asSystem('sign-in', (tx) => tx.execute(sql`update sessions set revoked_at = now() where sid = ${sid} and revoked_at is null`));
}

interface Account {
  id: number;
  disabled: boolean;
}

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
    const { rows } = await tx.execute<{ id: number; disabled: boolean; demo: boolean; hash: string | null; demo_hash: string | null }>(sql`
      select id, disabled_at is not null as disabled, demo, password_hash as hash,
        (select value from installation where key = 'demo_password_hash') as demo_hash
      from accounts where username = ${name}`);
    const [row] = rows;
    if (!row) return { account: null, hash: null };
    // A demonstration account whose password was changed has a hash of its own; without a demonstration it has none.
    const hash = !row.demo ? row.hash : demonstrationAllowed() ? (row.hash ?? row.demo_hash) : null;
    return { account: { id: row.id, disabled: row.disabled }, hash };
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
