import { readClock } from '@/db/clock';
import { asSystem } from '@/db/fence';
import { announce } from '@/db/job-runs';
import { passDays, readMeasuredDay } from '@/db/passing-days';
import { monthOf, monthsBetween } from '@/domain/month';

/** Once a day: what is overdue, or not visited for too long, since the days that passed is counted. Returns whether a day had passed. */
export async function countPassedDays(): Promise<boolean> {
  return asSystem('job', async (tx) => {
    const { today } = await readClock(tx);
    const measured = await readMeasuredDay(tx);
    if (measured !== null && measured >= today) return false;
    const before = await passDays(tx, today);
    if (before === undefined) return false;
    await announce(tx, 'measure', monthsBetween(monthOf(before ?? today), monthOf(today)));
    return true;
  });
}
