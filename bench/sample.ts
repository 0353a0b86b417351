import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/fence';

/** The household list that is measured: filtered, counted, 50 rows. */
export const HOUSEHOLD_LIST = 'state=remaining&cause=illness&sort=head';

export async function accountOf(username: string): Promise<number> {
  const { rows } = await asSystem('job', (tx) => tx.execute<{ id: number }>(sql`select id from accounts where username = ${username}`), 'read');
  if (!rows[0]) throw new Error(`no account ${username}`);
  return rows[0].id;
}
