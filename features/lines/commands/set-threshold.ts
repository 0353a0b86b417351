import 'server-only';
import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import type { Tx } from '@/db/fence';
import { EXIT_THRESHOLD, type ThresholdName } from '@/domain/exit-threshold';
import type { Month } from '@/domain/month';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

interface Threshold extends Record<string, unknown> {
  id: string;
  value: number | null;
  source: string | null;
}

async function thresholdAt(tx: Tx, name: ThresholdName, from: Month): Promise<Threshold> {
  const id = `${name} ${from}`;
  const { rows } = await tx.execute<Threshold>(sql`select ${id} as id, value::float8 as value, source from exit_thresholds where name = ${name} and from_month = ${from}`);
  return rows[0] ?? { id, value: null, source: null };
}

/** Sets what leaving the list is measured by, from a month on. A closed month stays judged as it was; measurements do not depend on it. */
export const setThreshold = command('threshold.set')
  .input(EXIT_THRESHOLD)
  .load(({ tx, input }) => thresholdAt(tx, input.name, input.from))
  .can(mayManage)
  .run(async ({ tx, input: { name, from, value, source, was }, subject }) => {
    const { openMonth } = await readClock(tx);
    if (from < openMonth) throw new Refusal('invalid', 'threshold.set', [{ field: 'from', problem: 'month-closed' }]);
    const { rows } = await tx.execute<Threshold>(was === null
      ? sql`insert into exit_thresholds (name, from_month, value, source) values (${name}, ${from}, ${value}, ${source})
          on conflict do nothing returning ${subject.id} as id, value::float8 as value, source`
      : sql`update exit_thresholds set value = ${value}, source = ${source} where name = ${name} and from_month = ${from} and value = ${was}
          returning ${subject.id} as id, value::float8 as value, source`);
    return rows[0];
  });
