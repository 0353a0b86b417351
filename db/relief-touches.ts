import { sql } from 'drizzle-orm';
import type { RegisterName } from '@/domain/indicators';
import { type Month, monthOf } from '@/domain/month';
import { type Tx, widened } from './fence';
import type { Touched } from './measure';
import { RELIEF_WAITS } from './registers/relief';

/** Registers of a case whose rows come or go on the day something is done to it. */
const OF_TODAY = [
  'relief-applications', 'relief-open', 'relief-payments', 'relief-helped', 'relief-reviews', 'relief-reviews-visited', 'relief-approvals', 'relief-approvals-posted', 'relief-approvals-accurate',
  'relief-wrong-payments', 'relief-petitions',
] as const satisfies readonly RegisterName[];
const OF_VISITS = ['relief-village-visits', 'relief-visits-explained', 'relief-visits-attended'] as const satisfies readonly RegisterName[];
const OF_FUND = ['relief-balance', 'relief-available'] as const satisfies readonly RegisterName[];

const each = (registers: readonly RegisterName[], division: string, months: Iterable<Month>): Touched[] =>
  [...new Set(months)].flatMap((month) => registers.map((register) => ({ register, division, month })));

/**
 * What a deed done now to a case changes in the registers of the relief fund (db/registers/relief.ts), what it books in the ledger
 * today included: for a command's `touches`, after the write, in its transaction. The day a step's days are over may lie months ahead.
 */
export async function reliefTouches(tx: Tx, caseId: number): Promise<Touched[]> {
  const { rows: [its] } = await widened(tx, () => tx.execute<{ division: string; county: string; now: Month; visits: Month[]; dues: Month[] }>(sql`
    select c.division, left(c.division, 6) as county, to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM') as now,
      array(select distinct to_char(v.visited_on, 'YYYY-MM') from relief_visits v where v.case_id = c.id and v.part = 'village') as visits,
      array(select distinct to_char(w.due, 'YYYY-MM') from (${RELIEF_WAITS}) as w where w.case_id = c.id and w.due is not null) as dues
    from relief_cases c where c.id = ${caseId}`));
  if (!its) return [];
  const { division, county, now, visits, dues } = its;
  return [...each(OF_TODAY, division, [now]), ...each(OF_VISITS, division, visits), ...each(['relief-overdue'], division, [now, ...dues]), ...each(OF_FUND, county, [now])];
}

/** The same for several cases. */
export async function reliefTouchesOf(tx: Tx, caseIds: readonly number[]): Promise<Touched[]> {
  const all: Touched[] = [];
  for (const id of caseIds) all.push(...(await reliefTouches(tx, id)));
  return [...new Map(all.map((touched) => [`${touched.register} ${touched.division} ${touched.month}`, touched])).values()];
}

/** The same for a case whose payment came back: it counts no more in the month it was made in, nor in what the household's other payments are measured by. */
export async function returnTouches(tx: Tx, caseId: number): Promise<Touched[]> {
  const { rows } = await widened(tx, () => tx.execute<{ division: string; month: Month }>(sql`
    select distinct l.division, to_char(l.settled_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
    from relief_batch_lines l where l.state in ('paid', 'returned') and l.subject_key in (select c.subject_key from relief_cases c where c.id = ${caseId})`));
  return [...(await reliefTouches(tx, caseId)), ...rows.flatMap(({ division, month }) => each(['relief-payments', 'relief-helped', 'relief-wrong-payments'], division, [month]))];
}

/** The same for all cases of a batch. */
export async function batchTouches(tx: Tx, batchId: number): Promise<Touched[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`select case_id as id from relief_batch_lines where batch_id = ${batchId} order by 1`);
  return reliefTouchesOf(tx, rows.map(({ id }) => id));
}

/** What entries booked on these days (`YYYY-MM-DD`) change: top-ups, interest, reversals, and payments of another day than today. */
export const fundTouches = (county: string, days: readonly string[]): Touched[] => each(OF_FUND, county, days.map(monthOf));

/** What a donation entered or reversed changes; `bookedOn` where its money, or its reversal, was booked on another day. */
export const donationTouches = ({ division, givenOn, bookedOn = givenOn }: { division: string; givenOn: string; bookedOn?: string }): Touched[] =>
  [...each(['relief-donations', 'relief-donations-2017'], division, [monthOf(givenOn)]), ...fundTouches(division, [givenOn, bookedOn])];

/** What a new version of the fund's rules changes: it begins, the one before ends, and the next may end another. */
export async function rulesTouches(tx: Tx, county: string, fromDay: string): Promise<Touched[]> {
  const { rows } = await tx.execute<{ month: Month }>(sql`select distinct to_char(from_day, 'YYYY-MM') as month from relief_rules where from_day >= ${fromDay}::date`);
  return each(['relief-floors'], county, [monthOf(fromDay), ...rows.map(({ month }) => month)]);
}

/** What a reversal changes: the day it was booked on, and the donation it takes back, if it is one. */
export async function reversalTouches(tx: Tx, entryId: number): Promise<Touched[]> {
  const { rows: [its] } = await tx.execute<{ county: string; bookedOn: string; givenOn: string | null }>(sql`
    select (select code from divisions where level = 'county') as county, to_char(e.booked_on, 'YYYY-MM-DD') as "bookedOn", to_char(d.given_on, 'YYYY-MM-DD') as "givenOn"
    from fund_entries e left join donations d on d.entry_id = e.reverses_id where e.id = ${entryId}`);
  if (!its) return [];
  const { county, bookedOn, givenOn } = its;
  return givenOn === null ? fundTouches(county, [bookedOn]) : donationTouches({ division: county, givenOn, bookedOn });
}
