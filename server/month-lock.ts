import 'server-only';
import { deadlines, type FilingTerms, filingTime } from '@/domain/deadline';
import type { Month } from '@/domain/month';
import { LockedRefusal } from './errors';

/** Refuses a write on a month that is locked for its filer, in words that say since when. `now`: the database's clock, read after the row was locked. */
export function mustBeOpen(command: string, { month, days, now }: { month: Month; days: FilingTerms; now: Date }): void {
  if (filingTime(month, days, now) === 'locked') throw new LockedRefusal(command, month, deadlines(month, days).lockAt);
}
