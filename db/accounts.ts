import { sql } from 'drizzle-orm';
import type { Tx } from './fence';

export interface Account extends Record<string, unknown> {
  id: number;
  username: string;
  disabledAt: string | null;
}

/** An account, without its hash. */
export async function accountById(tx: Tx, id: number): Promise<Account | undefined> {
  const { rows } = await tx.execute<Account>(sql`select id, username, disabled_at as "disabledAt" from accounts where id = ${id}`);
  return rows[0];
}

/** Ends every session of the account: the next request of each is signed out. Returns how many were alive. */
export async function endSessions(tx: Tx, accountId: number): Promise<number> {
  const { rowCount } = await tx.execute(sql`update sessions set revoked_at = now() where account_id = ${accountId} and revoked_at is null`);
  return rowCount ?? 0;
}
