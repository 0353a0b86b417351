import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { readStanding } from '@/db/ledger';
import { rulesToday } from '@/db/relief-cases';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import type { FundStanding } from '@/domain/fund';
import type { ReliefState } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';

/** The relief fund as a wall shows it. Money in fen; `floor` null before there are rules. */
export interface WallRelief {
  readonly standing: FundStanding;
  readonly floor: number | null;
  /** The ground's cases by state, and how many wait longer than their days. */
  readonly states: readonly { readonly state: ReliefState; readonly count: number }[];
  readonly overdue: number;
}

/** The fund against its floor and the ground's cases as they stand now; null where there are none. */
export async function readRelief(viewer: Viewer, area: Area): Promise<WallRelief | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<{ state: ReliefState; count: number; overdue: number }>(sql`
      select state, count(*)::int as count, (count(*) filter (where due_at <= county_now()))::int as overdue from relief_cases where ${inArea(sql`division`, area)} group by state`);
    if (rows.length === 0) return null;
    return {
      standing: await readStanding(tx),
      floor: (await rulesToday(tx))?.floor ?? null,
      states: rows.map(({ state, count }) => ({ state, count })),
      overdue: rows.reduce((sum, { overdue }) => sum + overdue, 0),
    };
  });
}
