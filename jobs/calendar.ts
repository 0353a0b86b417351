import { issueChecklists } from '@/db/checklist-issue';
import { asSystem, type Tx } from '@/db/fence';
import { filingFacts, sendDigests, sendReminders } from '@/db/inbox';
import { announce, readCalendarState, recordRun, tryJob, workedOccasions } from '@/db/job-runs';
import { postOut } from '@/db/outbox';
import { type Occasion, occasionsDue } from '@/domain/job';

/**
 * Works the next thing a month's calendar asks for: the work and the note that it was done are one transaction, so a process
 * that is killed leaves it to do again, and nobody does it twice. In order of time, whoever works.
 * @returns what was worked; null when nothing is due, or another instance is at it
 */
export async function workNext(): Promise<Occasion | null> {
  return asSystem('job', async (tx) => {
    if (!(await tryJob(tx, 'issue'))) return null;
    const { now, first, daysOf } = await readCalendarState(tx);
    const worked = await workedOccasions(tx, first);
    const next = occasionsDue(first, now, daysOf).find(({ job, key }) => !worked.has(`${job} ${key}`));
    if (!next) return null;
    await recordRun(tx, next.job, next.key, await work(tx, next, now));
    return next;
  });
}

async function work(tx: Tx, { job, month, moment, until }: Occasion, now: Date): Promise<number> {
  if (job === 'issue') {
    const issued = await issueChecklists(tx, month);
    await announce(tx, 'checklist', [month]);
    await postOut(tx, 'month.issued', { month, issued });
    return issued;
  }
  await announce(tx, 'message', [month]);
  if (job === 'close') {
    const told = await sendDigests(tx, month, 'locked');
    await postOut(tx, 'month.closed', { month, ...(await filingFacts(tx, month, 'locked')) });
    return told;
  }
  if (!moment || (until && now >= until)) return 0;
  const told = (await sendReminders(tx, month, moment)) + (await sendDigests(tx, month, moment));
  await postOut(tx, 'filing.reminder', { month, moment, ...(await filingFacts(tx, month, moment)) });
  return told;
}
