import { apportion } from '@/domain/apportion';
import { employments, jobEvents, labourExports, trainings, workplaces } from '../schema/measures';
import { COURSES, TRAINING_DEPARTMENTS } from './cast/ventures';
import { departmentCode } from './command';
import { Dice } from './dice';
import type { Ground } from './ground';
import type { Household } from './households';
import { spread } from './industry';
import type { Member } from './members';
import { EMPLOYMENT } from './shape';
import type { Writer } from './write';

const dice = new Dice('employment');

/** A day of a year; of 2018 only what has passed. */
const dayIn = (year: string, ...keys: number[]) => dice.day(`${year}-01-06`, year === '2018' ? '2018-02-27' : `${year}-12-20`, ...keys);

export async function writeEmployment(out: Writer, ground: Ground, households: readonly Household[], members: readonly Member[]): Promise<void> {
  const places = [...spread(ground.teamed, EMPLOYMENT.workshops, 1).map((one) => ['workshop', ...one] as const), ...spread(ground.teamed, EMPLOYMENT.bases, 2).map((one) => ['base', ...one] as const)];
  await out.rows(workplaces, places.map(([kind, village, year], at) => ({
    id: at + 1, division: village.code, kind, name: `${village.name}${kind === 'workshop' ? '就业扶贫车间' : '就业扶贫基地'}`, jobs: dice.between(18, 120, 3, at), openedOn: dayIn(year, 4, at),
  })));

  let id = 0;
  await out.rows(trainings, Object.entries(EMPLOYMENT.courses).flatMap(([year, count]) => {
    const people = apportion(EMPLOYMENT.trained[Number(year) as 2017], Array.from({ length: count }, (_, at) => 0.4 + dice.share(5, Number(year), at)), 15);
    return people.map((attended, at) => {
      const no = ++id;
      const village = dice.pick(ground.teamed, 6, no);
      const division = dice.chance(0.25, 7, no) ? village.township.code : village.code;
      return { id: no, division, department: departmentCode(TRAINING_DEPARTMENTS[at % TRAINING_DEPARTMENTS.length]!), title: `${dice.pick(COURSES, 8, no)}培训班`, people: attended, heldOn: dayIn(year, 9, no) };
    });
  }));

  const fairs = spread(ground.townships, EMPLOYMENT.fairs, 10).map(([township, year]) => ({ kind: 'fair' as const, division: township.code, year }));
  const deliveries = spread(ground.teamed, EMPLOYMENT.deliveries, 11).map(([village, year]) => ({ kind: 'delivery' as const, division: village.code, year }));
  await out.rows(jobEvents, [...fairs, ...deliveries].map(({ kind, division, year }, at) => ({
    id: at + 1, division, kind, jobs: dice.between(...(kind === 'fair' ? [300, 2_400] : [12, 90]) as [number, number], 12, at), heldOn: dayIn(year, 13, at),
  })));

  await out.rows(labourExports, countExports(ground));
  await out.rows(employments, transfer(households, members));
}

/** Labour that left a village, counted once a quarter: most after the Spring Festival. */
function countExports(ground: Ground): (typeof labourExports.$inferInsert)[] {
  const quarters = [['02-26', 0.5], ['05-30', 0.2], ['08-30', 0.18], ['11-30', 0.12]] as const;
  const counts = Object.entries(EMPLOYMENT.exported).flatMap(([year, total]) => {
    const cells = (year === '2018' ? quarters.slice(0, 1) : quarters).flatMap(([day, share]) => ground.villages.map((village) => ({ village, day: `${year}-${day}`, share })));
    const people = apportion(total, cells.map(({ village, share, day }) => village.people * share * (0.8 + 0.4 * dice.share(14, village.no, Number(year), Number(day.slice(5, 7))))));
    return cells.map(({ village, day }, at) => ({ division: village.code, people: people[at]!, countedOn: day }));
  });
  return counts.filter(({ people }) => people > 0).map((row, at) => ({ id: at + 1, ...row }));
}

/** Able members of poor households who took a job elsewhere: one job a year each. */
function transfer(households: readonly Household[], members: readonly Member[]): (typeof employments.$inferInsert)[] {
  const able = members.filter((member) => member.labour === 'skilled' || member.labour === 'ordinary');
  const made = Object.entries(EMPLOYMENT.transferred).flatMap(([year, count]) => able
    .filter((member) => households[member.householdId - 1]!.registeredOn < `${year}-01-02`)
    .map((member) => ({ member, order: dice.share(15, Number(year), member.id) / households[member.householdId - 1]!.village.township.pace }))
    .sort((a, b) => a.order - b.order || a.member.id - b.member.id).slice(0, count)
    .map(({ member }) => {
      const spring = dice.chance(0.5, 16, Number(year), member.id);
      return {
        memberId: member.id, householdId: member.householdId, division: member.division,
        place: dice.weighted({ county: 0.22, province: 0.3, outside: 0.48 }, 17, Number(year), member.id),
        startedOn: spring && year !== '2018' ? dice.day(`${year}-02-12`, `${year}-03-20`, 18, member.id) : dayIn(year, 19, member.id),
      };
    }).sort((a, b) => a.memberId - b.memberId));
  return made.map((row, at) => ({ id: at + 1, ...row }));
}
