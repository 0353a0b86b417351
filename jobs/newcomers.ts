import { sql } from 'drizzle-orm';
import { issueChecklists } from '@/db/checklist-issue';
import { readClock } from '@/db/clock';
import { asSystem } from '@/db/fence';
import { announce, recordRun, tryJob } from '@/db/job-runs';
import { passOnChecklists } from '@/db/seats';
import { type Month, monthOf, monthsBetween } from '@/domain/month';

/** Once a day: what former holders have not filed goes to their successors, and whoever came to an empty seat gets the checklists of the months that are not locked. Returns how many were issued. */
export async function issueToNewcomers(): Promise<number> {
  return asSystem('job', async (tx) => {
    if (!(await tryJob(tx, 'newcomers'))) return 0;
    const { today, openMonth } = await readClock(tx);
    const { rows: [known] } = await tx.execute<{ done: boolean; begun: Month | null }>(sql`
      select exists (select from job_runs where job = 'newcomers' and occasion = ${today}) as done, (select min(month) from checklists) as begun`);
    if (!known?.begun || known.done) return 0;
    const months = monthsBetween(known.begun > openMonth ? known.begun : openMonth, monthOf(today));
    await passOnChecklists(tx, { personId: 0, username: 'system' });
    let issued = 0;
    for (const month of months) issued += await issueChecklists(tx, month);
    await recordRun(tx, 'newcomers', today, issued);
    if (issued > 0) await announce(tx, 'checklist', months);
    return issued;
  });
}
