import type { Engine } from './engine/engine';
import { hashPassword } from './password';

/** The hash of the password that opens the demonstration accounts; null where the county is no demonstration. */
export async function demonstrationHash({ pool }: Engine): Promise<string | null> {
  const { rows: [row] } = await pool.query<{ hash: string }>(`select value as hash from installation where key = 'demo_password_hash'`);
  return row?.hash ?? null;
}

/** Has another password open the demonstration accounts, but for those whose holder chose one of their own. */
export async function setDemonstrationPassword(engine: Engine, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await engine.unhurried((owner) => owner.pool.query(`update installation set value = $1 where key = 'demo_password_hash'`, [hash]));
}
