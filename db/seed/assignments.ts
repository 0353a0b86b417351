import { apportion } from '@/domain/apportion';
import { assignments, handovers } from '../schema/households';
import { addDays, instant, later } from './calendar';
import { Dice } from './dice';
import type { Household } from './households';
import type { Roll } from './roll';
import { STAFF } from './shape';
import type { Team } from './teams';

export type Assignment = Omit<typeof assignments.$inferInsert, 'id'> & { id: number; endsOn: string | null };

const dice = new Dice('assignments');

/** Cadres of the villages and the households each of them helps, with those who handed over and those who just left. */
export function makeAssignments(roll: Roll, teams: Map<string, Team>, households: readonly Household[], reviewer: number):
  { assignments: Assignment[]; handovers: (typeof handovers.$inferInsert)[] } {
  const made: Assignment[] = [];
  const given: (typeof handovers.$inferInsert)[] = [];
  const lone = new Set(households.filter((household) => dice.chance(1 / STAFF.householdsWithoutCadre, 1, household.id)));
  const villages = [...new Set(households.map((household) => household.village))];
  const inVillage = new Map<unknown, Household[]>(villages.map((village) => [village, []]));
  for (const household of households) if (!lone.has(household)) inVillage.get(household.village)!.push(household);
  const served = villages.map((village) => ({ village, all: inVillage.get(village)! }));
  const counts = apportion(STAFF.cadres, served.map(({ all }) => all.length - 1), 1);

  const assign = (household: Household, personId: number, from: string, endsOn: string | null = null, handoverId: number | null = null) => {
    const startsOn = later(from, addDays(household.registeredOn, dice.between(2, 12, 2, household.id)));
    if (endsOn && startsOn >= endsOn) return;
    made.push({ id: made.length + 1, householdId: household.id, personId, division: household.village.code, startsOn, endsOn, handoverId });
  };

  let cadre = 0;
  for (const [at, { village, all }] of served.entries()) {
    const { post, department } = teams.get(village.code)!;
    const loads = apportion(all.length, Array.from({ length: counts[at]! }, (_, no) => (dice.chance(0.03, 3, village.no, no) ? 5 : 0.6 + dice.share(4, village.no, no))), 1);
    const person = (key: number) => {
      const township = dice.chance(0.4, 5, key);
      return roll.person(township ? '乡镇干部' : '帮扶干部', township ? null : department, 0.62);
    };
    let next = 0;
    for (const load of loads) {
      const mine = all.slice(next, (next += load));
      const no = ++cadre;
      const since = addDays(village.teamSince!, dice.between(3, 40, 6, no));
      const changed = dice.chance(STAFF.replaced.cadre, 7, no) ? dice.day(addDays(since, 200), '2017-11-10', 8, no) : null;
      let handover: number | null = null;
      const holder = person(no);
      if (changed) {
        const before = person(no + 1_000_000);
        const reason = dice.pick(['调离', '退休', '岗位调整', '因病'], 9, no);
        roll.appoint(before, post, 'cadre', since, changed, reason);
        handover = given.length + 1;
        given.push({
          id: handover, division: village.code, fromPersonId: before, toPersonId: holder, reason, madeBy: reviewer,
          at: instant(changed, 600), givenAt: instant(addDays(changed, 1), dice.between(540, 1020, 10, no)), takenAt: instant(addDays(changed, dice.between(1, 4, 11, no)), 1050),
        });
        for (const household of mine) assign(household, before, since, changed);
      }
      roll.appoint(holder, post, 'cadre', changed ?? since);
      roll.account(`cadre-${String(no).padStart(5, '0')}`, holder);
      for (const household of mine) assign(household, holder, changed ?? since, null, handover);
    }
  }
  leave(roll, teams, lone, assign);
  return { assignments: made, handovers: given };
}

/** The gaps: some households never had a cadre, some lost theirs, some have one who left his post and handed nothing over. */
function leave(roll: Roll, teams: Map<string, Team>, lone: Set<Household>, assign: (household: Household, personId: number, from: string, endsOn?: string | null) => void): void {
  for (const household of lone) {
    const kind = dice.weighted({ never: 5, lost: 3, left: 1 }, 12, household.id);
    if (kind === 'never') continue;
    const { post, department } = teams.get(household.village.code)!;
    const since = addDays(household.village.teamSince!, 30);
    const gone = dice.day('2017-09-10', '2017-12-20', 13, household.id);
    const person = roll.person('帮扶干部', department);
    roll.appoint(person, post, 'cadre', since, gone, '调离');
    assign(household, person, since, kind === 'lost' ? gone : null);
  }
}
