import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { listRules as readRules } from '@/db/relief-cases';
import type { ReliefRules } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';

/** Every version of the fund's rules, the latest first, and the county's day. */
export async function listRules(viewer: Viewer): Promise<{ rules: ReliefRules[]; today: string }> {
  return fenced(viewer, async (tx) => {
    const { rows: [day] } = await tx.execute<{ today: string }>(sql`select to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`);
    return { rules: await readRules(tx), today: day?.today ?? '' };
  });
}
