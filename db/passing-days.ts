import { type SQL, sql } from 'drizzle-orm';
import { measuredFrom, type RegisterName } from '@/domain/indicators';
import { UNVISITED_DAYS } from '@/domain/visit';
import type { Tx } from './fence';
import { LOCKS } from './locks';
import { changesOf, enter } from './measure';
import { MEASURED_DAY, setMeasuredDay } from './measured-day';

/** Narrows a register to where a row may begin after one day and up to another. */
type Narrowed = (after: SQL, upTo: SQL) => SQL;

/** Gaps that open so many days after a visit or a registration: of the few households that have one on such a day, not of all visits. */
const opening = (days: number): Narrowed => (after, upTo) => sql`r.household = any(array(
  select v.household_id from visits v where v.visited_on > ${after} - ${days + 1}::int and v.visited_on <= ${upTo} - ${days + 1}::int
  union all select h.id from households h where h.registered_on > ${after} - ${days + 1}::int and h.registered_on <= ${upTo} - ${days + 1}::int))`;
const anywhere: Narrowed = () => sql`true`;

/** The registers whose rows begin on a day on which nobody does anything. */
const BY_TIME: readonly (readonly [RegisterName, Narrowed])[] = [
  ['unvisited-one-month', opening(UNVISITED_DAYS[1])],
  ['unvisited-three-months', opening(UNVISITED_DAYS[3])],
  ['neglected-households', opening(UNVISITED_DAYS[6])],
  ['overdue-promises', anywhere],
  ['late-projects', anywhere],
  ['relief-overdue', anywhere],
];

/** The day up to which time is measured, `YYYY-MM-DD`; null where that was never done. */
export async function readMeasuredDay(tx: Tx): Promise<string | null> {
  const { rows: [row] } = await tx.execute<{ day: string | null }>(sql`select to_char(nullif(${MEASURED_DAY}, 'infinity'), 'YYYY-MM-DD') as day`);
  return row?.day ?? null;
}

/**
 * Moves the measured day on and books what begins since: in its own month and known there, whenever this runs, for it is no
 * correction. Never back. The first time it takes out what was booked of days to come. Asked by a job, which sees every row.
 * @returns the day it stood at; undefined when there was nothing to move
 */
export async function passDays(tx: Tx, today: string): Promise<string | null | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.measuredDay}, 0)`);
  const before = await readMeasuredDay(tx);
  if (before !== null && before >= today) return undefined;
  if (before === null) await bookBetween(tx, today, 'infinity', -1);
  await tx.execute(setMeasuredDay(today));
  if (before !== null) await bookBetween(tx, before, today, 1);
  return before;
}

/** Books the rows that begin after one day and up to another, or takes them out. */
async function bookBetween(tx: Tx, after: string, upTo: string, sign: 1 | -1): Promise<void> {
  const [from, to] = [sql`${after}::date`, sql`${upTo}::date`];
  for (const [register, narrowed] of BY_TIME) {
    const begins = sql`r.since > ${from} and r.since <= ${to} and ${narrowed(from, to)}`;
    for (const id of measuredFrom(register)) {
      await enter(tx, id, sql`select division, month, month as known, ${sql.raw(String(sign))} * change as change from (${changesOf(id, begins)}) as c where change <> 0`);
    }
  }
}
