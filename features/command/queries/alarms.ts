import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Viewer } from '@/domain/viewer';
import { PROJECT_FLOOR_YUAN } from '@/domain/wall';
import type { Asked } from './board';

export interface VillageGaps {
  /** Poor villages whose projects add up to less than the floor. */
  underFunded: number;
  poor: number;
}

/** What can only be said village by village, from the villages' measurements. */
export async function readVillageGaps(viewer: Viewer, { area, month, reading }: Asked): Promise<VillageGaps> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<VillageGaps & Record<string, unknown>>(sql`
      select (count(*) filter (where value < ${PROJECT_FLOOR_YUAN}))::int as "underFunded", count(*)::int as poor
      from (
        select division, sum(change) as value from measurements
        where indicator = 'funds.village_project_floor_yuan' and month <= ${month}
          and ${reading === 'known' ? sql`known <= ${month}` : sql`true`} and ${inArea(sql`division`, area)}
        group by division
      ) as villages`);
    const [row] = rows;
    return row ?? { underFunded: 0, poor: 0 };
  });
}
