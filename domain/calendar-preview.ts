import { dayOf } from './day';
import { deadlines } from './deadline';
import { CALENDAR_CHANGE, type CalendarChange, calendarProblems, type CalendarRow, daysOf, MONTHS_AHEAD } from './filing-calendar';
import type { Params } from './filter';
import { addMonths, type Month, monthOf, monthsBetween } from './month';

export interface Preview {
  /** The first month that is not locked, and the months a change may begin with. */
  readonly open: Month;
  readonly months: readonly Month[];
  readonly typed: Readonly<Record<'from' | 'dueDay' | 'lockDay' | 'span', string>>;
  /** The change asked for in the address; null when none is, or it cannot be read. */
  readonly asked: CalendarChange | null;
  readonly problems: readonly { field: string; problem: string; limit?: number }[];
}

/** What the calendar's page is asked to show: the command judges a change by the same rules. */
export function previewOf(params: Params, rows: readonly CalendarRow[], now: Date): Preview {
  const running = monthOf(dayOf(now));
  const before = addMonths(running, -1);
  const open = now < deadlines(before, daysOf(rows, before)).lockAt ? before : running;
  const text = (name: string, otherwise: string) => (typeof params[name] === 'string' ? params[name].slice(0, 16) : otherwise);
  const { dueDay, lockDay } = daysOf(rows, open);
  const typed = { from: text('from', open), dueDay: text('dueDay', String(dueDay)), lockDay: text('lockDay', String(lockDay)), span: text('span', 'from') };
  const given = params.from !== undefined;
  const parsed = given ? CALENDAR_CHANGE.safeParse(typed) : null;
  const asked = parsed?.data ?? null;
  const malformed = (parsed?.error?.issues ?? []).map(({ path }) => ({ field: String(path[0]), problem: path[0] === 'from' || path[0] === 'span' ? 'choice' : 'day' }));
  return { open, months: monthsBetween(open, addMonths(open, MONTHS_AHEAD)), typed, asked, problems: asked ? calendarProblems(rows, asked, now) : malformed };
}
