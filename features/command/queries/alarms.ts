import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { IndicatorId } from '@/domain/indicators';
import { addMonths, firstDay } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { PROJECT_FLOOR_YUAN } from '@/domain/wall';
import type { Asked } from './board';

const POOR = 'org.poor_villages' satisfies IndicatorId;
const FUNDS = 'funds.village_project_floor_yuan' satisfies IndicatorId;

export interface VillageGaps {
  /** Poor villages whose projects add up to less than the floor. */
  underFunded: number;
  poor: number;
  /** Projects that were approved and not finished at the month's end: those that can be overdue. */
  unfinished: number;
}

/** What can only be said village by village, from the villages' measurements: a poor village without a project has none of the second. */
export async function readVillageGaps(viewer: Viewer, { area, month, reading }: Asked): Promise<VillageGaps> {
  return fenced(viewer, async (tx) => {
    const next = sql`${firstDay(addMonths(month, 1))}::date`;
    const { rows } = await tx.execute<VillageGaps & Record<string, unknown>>(sql`
      select (count(*) filter (where coalesce(funds, 0) < ${PROJECT_FLOOR_YUAN}))::int as "underFunded", count(*)::int as poor,
        (select count(*) from projects p where p.approved_on < ${next} and (p.finished_on is null or p.finished_on >= ${next}) and ${inArea(sql`p.division`, area)})::int as unfinished
      from (
        select division, sum(change) filter (where indicator = ${POOR}) as poor, sum(change) filter (where indicator = ${FUNDS}) as funds from measurements
        where indicator in (${POOR}, ${FUNDS}) and month <= ${month} and ${reading === 'known' ? sql`known <= ${month}` : sql`true`} and ${inArea(sql`division`, area)}
        group by division
      ) as villages where poor > 0`);
    const [row] = rows;
    return row ?? { underFunded: 0, poor: 0, unfinished: 0 };
  });
}
