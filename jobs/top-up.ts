import { sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { asSystem } from '@/db/fence';
import { announce, recordRun, tryJob } from '@/db/job-runs';
import { watchFloor } from '@/db/ledger';
import type { Month } from '@/domain/month';

/**
 * Opens and closes the top-up task on the day that other rules come into force. One that was not done in its days is told one level
 * up, once: to the county's leaders and the office.
 * @returns the task; null when there is none to tell of, or another instance is at it
 */
export async function tellTopUp(): Promise<number | null> {
  return asSystem('job', async (tx) => {
    if (!(await tryJob(tx, 'top-up'))) return null;
    await watchFloor(tx);
    const { rows: [late] } = await tx.execute<{ id: number; month: Month }>(sql`
      update top_up_tasks set escalated = true where closed_at is null and not escalated and due_at <= county_now()
      returning id, to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM') as month`);
    if (!late) return null;
    const { rowCount } = await tx.execute(sql`
      insert into inbox_messages (person_id, kind, month)
      select distinct a.person_id, 'top-up', ${late.month} from appointments a, (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
      where a.duty in ('county-leader', 'office-reviewer') and ${standsOn(sql`a`, sql`day.today`)}`);
    await recordRun(tx, 'top-up', String(late.id), rowCount ?? 0);
    await announce(tx, 'message', [late.month]);
    return late.id;
  });
}
