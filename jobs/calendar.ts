import { issueChecklists } from '@/db/checklist-issue';
import { asSystem, type Tx } from '@/db/fence';
import { sendDigests, sendReminders } from '@/db/inbox';
import { announce, readCalendarState, recordRun, tryJob, workedOccasions } from '@/db/job-runs';
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
    await announce(tx, 'checklist', [month]);
    return issueChecklists(tx, month);
  }
  await announce(tx, 'message', [month]);
  if (job === 'close') return sendDigests(tx, month, 'locked');
  if (!moment || (until && now >= until)) return 0;
  return (await sendReminders(tx, month, moment)) + (await sendDigests(tx, month, moment));
}
