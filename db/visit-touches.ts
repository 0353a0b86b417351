import { sql } from 'drizzle-orm';
import { type Month, monthOf } from '@/domain/month';
import { daysAfter } from '@/domain/day';
import { UNVISITED_DAYS } from '@/domain/visit';
import type { Tx } from './fence';
import type { Touched } from './measure';

/** A household as its registers of visits see it. */
export interface VisitedHousehold {
  readonly id: number;
  readonly division: string;
  readonly registeredOn: string;
}

/**
 * What visits entered, moved or taken away on these days change in the registers (db/registers/field.ts): the visit itself, and
 * the gaps it parts. A gap before it now ends, one after it opens a month, three and six after: months to come change too.
 * Asked after the write, inside its transaction.
 */
export async function visitTouches(tx: Tx, { id, division, registeredOn }: VisitedHousehold, days: readonly string[]): Promise<Touched[]> {
  const months = { visits: new Set<Month>(), gaps: new Map<number, Set<Month>>(), never: new Set<Month>() };
  for (const day of days) {
    const { before, after } = await neighbours(tx, id, day);
    months.visits.add(monthOf(day));
    for (const length of Object.values(UNVISITED_DAYS)) {
      const gap = months.gaps.get(length) ?? new Set<Month>();
      for (const from of [before ?? registeredOn, day]) gap.add(monthOf(daysAfter(from, length + 1)));
      for (const end of [day, after]) if (end !== null) gap.add(monthOf(end));
      months.gaps.set(length, gap);
    }
    // The first visit may have been on any of these days before the write.
    if (before === null) for (const each of [registeredOn, ...days, after]) if (each !== null) months.never.add(monthOf(each));
  }
  const of = (register: Touched['register'], set: Iterable<Month> = []) => [...set].map((month) => ({ register, division, month }));
  return [
    ...of('visits', months.visits),
    ...of('visited-households', months.visits),
    ...of('unvisited-one-month', months.gaps.get(UNVISITED_DAYS[1])),
    ...of('unvisited-three-months', months.gaps.get(UNVISITED_DAYS[3])),
    ...of('neglected-households', months.gaps.get(UNVISITED_DAYS[6])),
    ...of('never-visited', months.never),
  ];
}

/** A demand as its registers see it. */
export interface DemandDays {
  readonly division: string;
  readonly raisedOn: string;
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
}

/** What a demand raised, moved or answered changes in the registers of open demands and overdue promises. */
export function demandTouches({ division, raisedOn, dueOn, answeredOn }: DemandDays): Touched[] {
  const end = answeredOn === null ? [] : [monthOf(answeredOn)];
  const open = new Set([monthOf(raisedOn), ...end]);
  const overdue = dueOn === null ? [] : new Set([monthOf(daysAfter(dueOn, 1)), ...end]);
  return [...[...open].map((month) => ({ register: 'open-demands', division, month }) as const), ...[...overdue].map((month) => ({ register: 'overdue-promises', division, month }) as const)];
}

async function neighbours(tx: Tx, household: number, day: string): Promise<{ before: string | null; after: string | null }> {
  const { rows: [row] } = await tx.execute<{ before: string | null; after: string | null }>(sql`
    select (select to_char(max(visited_on), 'YYYY-MM-DD') from visits where household_id = ${household} and visited_on < ${day}::date) as before,
      (select to_char(min(visited_on), 'YYYY-MM-DD') from visits where household_id = ${household} and visited_on > ${day}::date) as after`);
  return row ?? { before: null, after: null };
}
