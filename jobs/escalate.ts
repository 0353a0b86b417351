import { sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { asSystem } from '@/db/fence';
import { announce, recordRun, tryJob } from '@/db/job-runs';
import type { Duty } from '@/domain/command';
import { monthOf } from '@/domain/month';
import type { ReliefState } from '@/domain/relief';

/** Who stands above the step that a case waits in, by its state: what a household handed in itself waits for its village too. */
const ABOVE: Partial<Record<ReliefState, Duty>> = { received: 'relief-township-officer', applied: 'relief-township-officer', reviewed: 'relief-district-officer', noticed: 'office-reviewer' };

interface Overdue extends Record<string, unknown> {
  id: number;
  division: string;
  state: ReliefState;
  occasion: string;
  today: string;
}

/**
 * A relief case whose step took longer than its days: whoever stands above that step is told, once for each time the case came to
 * it. @returns the case; null when none is overdue that was not told of, or another instance is at it
 */
export async function escalateNext(): Promise<number | null> {
  return asSystem('job', async (tx) => {
    if (!(await tryJob(tx, 'escalate'))) return null;
    const { rows: [late] } = await tx.execute<Overdue>(sql`
      select c.id, c.division, c.state, c.id || ' ' || c.version || ' ' || c.state as occasion, to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today
      from relief_cases c where c.due_at <= county_now() and c.state in ${Object.keys(ABOVE)}
        and not exists (select from job_runs r where r.job = 'escalate' and r.occasion = c.id || ' ' || c.version || ' ' || c.state)
      order by c.due_at, c.id limit 1`);
    if (!late) return null;
    const month = monthOf(late.today);
    const { rowCount } = await tx.execute(sql`
      insert into inbox_messages (person_id, kind, month, relief_case_id, relief_state)
      select distinct a.person_id, 'relief-overdue', ${month}, ${late.id}::int, ${late.state} from appointments a
      where a.duty = ${ABOVE[late.state]} and left(${late.division}, length(a.division)) = a.division
        and ${standsOn(sql`a`, sql`${late.today}::date`)}`);
    await recordRun(tx, 'escalate', late.occasion, rowCount ?? 0);
    await announce(tx, 'message', [month]);
    return late.id;
  });
}
