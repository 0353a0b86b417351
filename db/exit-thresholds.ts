import { sql } from 'drizzle-orm';
import { type ExitThreshold, type ExitThresholds, thresholdsOf } from '@/domain/exit-threshold';
import type { Month } from '@/domain/month';
import type { Tx } from './fence';

/** All thresholds on record, of each the latest first. Few rows, and no fence: a rule is everybody's. */
export async function readThresholds(tx: Tx): Promise<ExitThreshold[]> {
  const { rows } = await tx.execute<ExitThreshold & Record<string, unknown>>(sql`
    select name, from_month as "from", value::float8 as value, source from exit_thresholds order by name desc, from_month desc`);
  return rows;
}

/** The thresholds that hold in a month: a closed month keeps those it was judged by. */
export const thresholdsIn = async (tx: Tx, month: Month): Promise<ExitThresholds> => thresholdsOf(await readThresholds(tx), month);
