import 'server-only';
import { holdFilingCalendar, readFilingCalendar, writeFilingCalendar } from '@/db/filing-calendar';
import { may } from '@/domain/access';
import { CALENDAR_CHANGE, calendarProblems, changed, daysOf, seenDays } from '@/domain/filing-calendar';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';

const NAME = 'calendar.change';

/** Sets due and lock day from a month on, or for one month. What was locked stays; of two at once the second is told. */
export const changeCalendar = command('calendar.change')
  .input(CALENDAR_CHANGE)
  .load(async ({ tx, input }) => {
    await holdFilingCalendar(tx);
    const { rows, now } = await readFilingCalendar(tx);
    return { id: input.from, rows, now: now.getTime() };
  })
  .can((viewer) => may(viewer, 'calendar.manage'))
  .run(async ({ tx, subject, input }) => {
    const { rows, now } = subject;
    if (input.seen !== undefined && input.seen !== seenDays(daysOf(rows, input.from))) throw new Refusal('conflict', NAME);
    const problems = calendarProblems(rows, input, new Date(now));
    if (problems.length > 0) throw new Refusal('invalid', NAME, problems);
    const after = changed(rows, input);
    await writeFilingCalendar(tx, after, input.from);
    return { id: input.from, rows: after, now };
  });
