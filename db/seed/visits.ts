import type { demands, visits } from '../schema/visits';
import type { Assignment } from './assignments';
import { addDays } from './calendar';
import { DEMANDS } from './cast/demands';
import { demandOf } from './demands';
import { Dice } from './dice';
import type { Household } from './households';
import { VISITS } from './shape';

type Visit = typeof visits.$inferInsert & { id: number };
type Asked = (typeof DEMANDS)[number];

const dice = new Dice('visits');

const MONTHS = Array.from({ length: 50 }, (_, at) => `${2014 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);

/** A household that nobody came to since last summer: more of them where work is slow. */
const neglected = (household: Household): boolean => dice.chance(household.village.township.pace < 0.8 ? VISITS.neglected.slow : VISITS.neglected.elsewhere, 1, household.id);

/** Visits of one assignment: every third or fourth month in turn, some missed, some extra. */
function* during(assignment: Assignment, household: Household): Generator<{ day: string; key: number }> {
  const { id } = household;
  const pace = household.village.township.pace;
  const last = neglected(household) ? '2017-08-20' : '2018-02-28';
  const phase = dice.between(0, 11, 2, id);
  for (const [at, month] of MONTHS.entries()) {
    if (month < assignment.startsOn.slice(0, 7) || month > last.slice(0, 7) || (assignment.endsOn && month > assignment.endsOn.slice(0, 7))) continue;
    const { period, missed, extra } = VISITS.byYear[month.slice(0, 4) as '2014'];
    const due = (at + phase) % period === 0 && !dice.chance(Math.min(0.6, missed / pace), 3, id, at);
    for (let turn = 0; turn < Number(due) + Number(dice.chance(extra * pace, 4, id, at)); turn++) {
      const day = addDays(`${month}-01`, dice.between(0, 26, 5, id, at, turn));
      if (day > assignment.startsOn && day <= last && (!assignment.endsOn || day < assignment.endsOn)) yield { day, key: at * 2 + turn };
    }
  }
}

/** About 300,000 visits from 2014 to 2017, more each year, and this winter's, in the order of their days; and what was asked for at them. */
export function makeVisits(assignments: readonly Assignment[], households: readonly Household[]): { visits: Visit[]; demands: (typeof demands.$inferInsert)[] } {
  const made: { row: Omit<Visit, 'id'>; asked: Asked | null }[] = [];
  for (const assignment of assignments) {
    const household = households[assignment.householdId - 1]!;
    for (const { day, key } of during(assignment, household)) {
      const asks = dice.chance(0.06, 6, household.id, key);
      const row = {
        householdId: household.id, personId: assignment.personId, division: assignment.division, visitedOn: day,
        seen: dice.weighted(VISITS.seen, 7, household.id, key),
        outcome: asks ? dice.weighted({ solved: 4, referred: 3, promised: 3 }, 9, household.id, key) : ('noted' as const),
      };
      made.push({ row, asked: asks ? dice.pick(DEMANDS, 8, household.id, key) : null });
    }
  }
  made.sort(({ row: a }, { row: b }) => (a.visitedOn < b.visitedOn ? -1 : a.visitedOn > b.visitedOn ? 1 : a.householdId - b.householdId));
  const visits = made.map(({ row }, at) => ({ id: at + 1, ...row }));
  return { visits, demands: made.flatMap(({ asked }, at) => (asked ? [demandOf(visits[at]!, asked)] : [])) };
}
