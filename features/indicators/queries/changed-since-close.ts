import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { lateChanges } from '@/db/late-changes';
import type { Area } from '@/domain/area';
import { type IndicatorId, partsOf } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

/** A correction that a closed month's figure did not know. */
export interface Correction extends Record<string, unknown> {
  indicator: IndicatorId;
  division: string;
  place: string;
  /** The month whose rows changed. */
  month: Month;
  /** The month that was open then, in whose books the correction stands. */
  known: Month;
  change: number;
}

const MOST = 100;

/** What changed an indicator's figure of a month after that month was closed, latest first; at most a hundred places. */
export async function changedSinceClose(viewer: Viewer, id: IndicatorId, area: Area, month: Month): Promise<Correction[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Correction>(sql`
      select m.indicator, m.division, (select d.name from divisions d where d.code = m.division) as place, m.month, m.known, m.change::float8 as change
      from measurements m
      where ${lateChanges(partsOf(id), area, month)}
      order by m.known desc, m.month desc, m.division limit ${MOST}`);
    return rows;
  });
}
