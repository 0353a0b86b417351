import { dayOf } from '@/domain/day';
import { deadlines, FILING_DAYS } from '@/domain/deadline';
import { addMonths, type Month, monthOf } from '@/domain/month';
import type { Filing } from './filings';
import type { Writer } from './write';

const CHANGE = { verify: 1, challenge: -1 } as const;
const lockOf = (month: Month): Date => deadlines(month, FILING_DAYS).lockAt;

/** The month whose books were open at an instant. */
function openAt(at: Date): Month {
  const before = addMonths(monthOf(dayOf(at)), -1);
  return at < lockOf(before) ? before : addMonths(before, 1);
}

/**
 * Books what the office verified, and a squad challenged, after a month's lock in the month that was open then, as the product
 * does it when it happens: `measureAll` books every change in its own month.
 */
export async function bookLateReviews(out: Writer, filings: readonly Filing[]): Promise<void> {
  const late = filings.flatMap(({ month, appointment: { division }, steps }) => steps.flatMap(({ verb, at }) =>
    ((verb === 'verify' || verb === 'challenge') && at >= lockOf(month) ? [{ division, month, known: openAt(at), change: CHANGE[verb] }] : [])));
  for (const [table, place] of [['measurements', 'division'], ['township_measurements', 'left(division, 9)']] as const) {
    await out.sql(`
      with late as (
        select ${place} as place, month, known, sum(change) as change from json_to_recordset($1::json) as x (division text collate "C", month text, known text, change int) group by 1, 2, 3
      ), moved as (
        select place, month, month as known, -sum(change) as change from late group by place, month
        union all select place, month, known, change from late
      )
      insert into ${table} (indicator, division, month, known, change) select 'checklists.verified', place, month, known, change from moved where change <> 0
      on conflict (indicator, month, division, known) do update set change = ${table}.change + excluded.change`, [JSON.stringify(late)]);
  }
}
