import { drizzle } from 'drizzle-orm/node-postgres';
import { sendDigests } from '../inbox';
import { filingExceptions } from '../schema/checklists';
import { instant } from './calendar';
import { EXCEPTION_REASONS } from './cast/templates';
import type { Writer } from './write';

const CLOSED = '2018-01';

/** What the calendar did in months gone by, who may still file January, and what was told when it was locked. */
export async function writeMonths(out: Writer, clerk: number): Promise<void> {
  await out.sql(`
    insert into job_runs (job, occasion, at, made)
    select 'issue', month, (month || '-01')::timestamp at time zone 'Asia/Shanghai', count(*) from checklists group by month
    union all select distinct 'close', month, ((month || '-11')::timestamp + interval '1 month') at time zone 'Asia/Shanghai', 0 from checklists where month <= $1`, [CLOSED]);
  await writeExceptions(out, clerk);
  await out.settled();
  await out.tx.query(`select set_config('app.person', '0', true)`);
  await sendDigests(drizzle(out.tx as never), CLOSED, 'locked');
  await out.sql(`update inbox_messages set at = $1 where kind = 'digest'`, [instant('2018-02-11', 0)]);
}

/** Three who missed January: one exception has run out, two are open on the first day. */
async function writeExceptions(out: Writer, clerk: number): Promise<void> {
  await out.settled();
  const { rows } = await out.tx.query<{ id: number; division: string; person: number }>(
    `select id, division, person_id as person from checklists where month = $1 and first_submitted_at is null and filer_kind <> 'sub-command' order by id limit 3`, [CLOSED]);
  const spans = [['2018-02-12', '2018-02-21'], ['2018-02-26', '2018-03-06'], ['2018-02-28', '2018-03-09']] as const;
  await out.rows(filingExceptions, rows.map(({ id, division, person }, at) => ({
    id: at + 1, checklistId: id, division, personId: person, grantedBy: clerk, grantedAt: instant(spans[at]![0], 9 * 60 + 20 * at), expiresAt: instant(spans[at]![1], 0),
    reason: EXCEPTION_REASONS[at]!,
  })));
  await out.sql(`insert into job_runs (job, occasion, at) select 'relock', id::text, expires_at from filing_exceptions where id = 1`);
  await out.sql(`
    insert into inbox_messages (person_id, kind, month, checklist_id, at)
    select person_id, 'exception', $1, checklist_id, granted_at from filing_exceptions order by id`, [CLOSED]);
}
