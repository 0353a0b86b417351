import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { fingerprint } from '@/db/vault';
import { networkOf, PUBLIC_LIMITS, type PublicDeed } from '@/domain/public-limits';
import { publicViewer } from './viewer';

const HOUR_MS = 3_600_000;

export interface Turn {
  /** Whether it is still within the limit of the hour. */
  readonly granted: boolean;
  /** Keyed print of the address and the hour: what a record keeps of where it came from. */
  readonly source: string;
  /** Takes it back: what was done is not what the limit is for. */
  readonly giveBack: () => Promise<void>;
}

/**
 * Counts one deed of the public before it is done, so that many at once, on however many instances, cannot pass the limit. The
 * address itself is kept nowhere; what was counted a day ago is forgotten.
 */
export async function takeTurn(kind: PublicDeed, address: string | null, now = Date.now()): Promise<Turn> {
  const hour = Math.floor(now / HOUR_MS);
  const source = fingerprint(`public:${networkOf(address)}:${hour}`);
  const viewer = publicViewer();
  const granted = await fenced(viewer, async (tx) => {
    await tx.execute(sql`delete from public_attempts where hour < ${hour - 24}`);
    const { rows: [row] } = await tx.execute<{ count: number }>(sql`
      insert into public_attempts as p (source, kind, hour) values (${source}, ${kind}, ${hour})
      on conflict on constraint public_attempts_once do update set count = least(p.count + 1, 1000000) returning count`);
    return (row?.count ?? 0) <= PUBLIC_LIMITS[kind];
  }, 'write');
  const giveBack = async () => {
    await fenced(viewer, (tx) => tx.execute(sql`update public_attempts set count = count - 1 where source = ${source} and kind = ${kind} and hour = ${hour} and count > 0`), 'write');
  };
  return { granted, source, giveBack };
}
