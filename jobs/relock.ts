import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/fence';
import { announce, recordRun, tryJob } from '@/db/job-runs';
import { postOut } from '@/db/outbox';
import type { Month } from '@/domain/month';

/**
 * An exception ends by its instant alone; this tells the filer and the granter once it did, if the checklist is not filed by then.
 * @returns the exception; null when there is none to tell of, or another instance is at it
 */
export async function tellRelocked(): Promise<number | null> {
  return asSystem('job', async (tx) => {
    if (!(await tryJob(tx, 'relock'))) return null;
    const { rows: [over] } = await tx.execute<{ id: number; month: Month; post: number; filer: number; missed: boolean }>(sql`
      select x.id, c.month, c.post_id as post, c.person_id as filer, c.state in ('open', 'draft', 'returned') as missed
      from filing_exceptions x join checklists c on c.id = x.checklist_id
      where x.expires_at <= county_now() and not exists (select from job_runs r where r.job = 'relock' and r.occasion = x.id::text)
      order by x.expires_at, x.id limit 1`);
    if (!over) return null;
    const { rowCount } = await tx.execute(sql`
      insert into inbox_messages (person_id, kind, month, checklist_id)
      select unnest(array[${over.filer}::int, granted_by]), 'relocked', ${over.month}, checklist_id from filing_exceptions
      where id = ${over.id} and ${over.missed}::boolean
        and not exists (select from filing_exceptions later where later.checklist_id = filing_exceptions.checklist_id and later.expires_at > filing_exceptions.expires_at)`);
    await recordRun(tx, 'relock', String(over.id), rowCount ?? 0);
    await announce(tx, 'message', [over.month]);
    if (rowCount) await postOut(tx, 'exception.ended', { month: over.month, post: over.post });
    return over.id;
  });
}
