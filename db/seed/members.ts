import { checkDigit, idMask } from '@/domain/id-number';
import { members } from '../schema/households';
import { fingerprint, seal } from '../vault';
import { fullName, givenName, surname, type Gender } from './cast/names';
import { Dice } from './dice';
import type { Household } from './households';

type Row = typeof members.$inferInsert;
export type Member = Row & { id: number };
type Relation = Row['relation'];

const dice = new Dice('members');

/** Who lives in a household of this size, with their age at the beginning of 2014. */
function compose(household: Household): { relation: Relation; age: number; gender: Gender }[] {
  const { id, size } = household;
  const gender: Gender = dice.chance(0.84, 1, id) ? 'male' : 'female';
  const age = dice.between(...(size === 1 ? [46, 80] : size === 2 ? [42, 76] : [32, 62]) as [number, number], 2, id);
  const made: { relation: Relation; age: number; gender: Gender }[] = [{ relation: 'head', age, gender }];
  const add = (relation: Relation, years: number, as?: Gender) =>
    made.length < size && made.push({ relation, age: Math.min(94, Math.max(0, years)), gender: as ?? (dice.chance(0.5, 3, id, made.length) ? 'male' : 'female') });
  if (size >= 2 && dice.chance(size === 2 ? 0.6 : 0.86, 4, id)) add('spouse', age + dice.between(-4, 3, 5, id), gender === 'male' ? 'female' : 'male');
  const grown = age >= 54;
  for (let child = 0; child < (dice.chance(0.45, 6, id) ? 2 : 1); child++) add('child', age - dice.between(22, 31, 7, id, child));
  if (grown) for (let child = 0; child < 2; child++) add('grandchild', age - dice.between(46, 56, 8, id, child));
  if (age < 66) {
    add('parent', age + dice.between(20, 29, 9, id), 'female');
    add('parent', age + dice.between(21, 30, 10, id), 'male');
  }
  while (made.length < size) add(grown ? 'grandchild' : 'sibling', grown ? age - dice.between(46, 58, 11, id, made.length) : age + dice.between(-8, 8, 12, id, made.length));
  return made;
}

function healthOf(household: Household, at: number, age: number): Row['health'] {
  const sick = household.cause === 'illness' && (at === (household.id % household.size));
  const disabled = household.cause === 'disability' && (at === (household.id % household.size));
  if (disabled) return 'disabled';
  if (sick) return dice.chance(0.45, 13, household.id, at) ? 'serious' : 'chronic';
  if (dice.chance(age > 60 ? 0.3 : 0.04, 14, household.id, at)) return 'chronic';
  return dice.chance(0.025, 15, household.id, at) ? 'disabled' : 'healthy';
}

/** Schooling as of 2018. */
function schoolingOf(age: number, id: number): Pick<Row, 'schooling' | 'atSchool'> {
  if (age < 3) return { schooling: 'none', atSchool: false };
  if (age < 6) return { schooling: 'preschool', atSchool: true };
  if (age < 12) return { schooling: 'primary', atSchool: true };
  if (age < 15) return { schooling: 'junior', atSchool: true };
  if (age < 18) return { schooling: dice.chance(0.86, 16, id) ? 'senior' : 'junior', atSchool: dice.chance(0.86, 16, id) };
  if (age < 22) return { schooling: dice.weighted({ college: 0.3, senior: 0.4, junior: 0.3 }, 17, id), atSchool: dice.chance(0.3, 18, id) };
  if (age < 45) return { schooling: dice.weighted({ college: 0.04, senior: 0.14, junior: 0.5, primary: 0.3, none: 0.02 }, 17, id), atSchool: false };
  return { schooling: dice.weighted({ senior: 0.04, junior: 0.26, primary: 0.5, none: 0.2 }, 17, id), atSchool: false };
}

function labourOf(age: number, health: Row['health'], atSchool: boolean, cause: string, id: number): Row['labour'] {
  if (age < 16 || age >= 70 || atSchool || health === 'serious') return 'none';
  if (health === 'disabled') return dice.chance(0.5, 19, id) ? 'none' : 'weak';
  if (age >= 62 || (cause === 'no-labour' && dice.chance(0.6, 20, id))) return 'weak';
  if (health === 'chronic') return dice.chance(0.5, 21, id) ? 'weak' : 'ordinary';
  return dice.chance(0.16, 22, id) ? 'skilled' : 'ordinary';
}

/** Numbers of area 519999, which is assigned to nobody; serials are odd for men and even for women, counted by day of birth. */
function idNumberer(): (bornOn: string, gender: Gender) => string {
  const last = new Map<string, number>();
  return (bornOn, gender) => {
    const day = bornOn.replaceAll('-', '');
    const serial = (last.get(day + gender) ?? (gender === 'male' ? -1 : 0)) + 2;
    last.set(day + gender, serial);
    const first17 = `519999${day}${String(serial).padStart(3, '0')}`;
    return first17 + checkDigit(first17);
  };
}

export function makeMembers(households: readonly Household[]): Member[] {
  const numberFor = idNumberer();
  let id = 0;
  return households.flatMap((household) => {
    const family = surname(dice, 23, household.id);
    return compose(household).map(({ relation, age, gender }, at): Member => {
      const number = ++id;
      const bornOn = dice.day(`${2013 - age}-01-01`, `${2013 - age}-12-31`, 24, number);
      const own = relation === 'spouse' || (relation === 'parent' && gender === 'female');
      const name = own ? fullName(dice, gender, 25, number) : family + givenName(dice, gender, 26, number);
      const health = healthOf(household, at, age + 4);
      const school = schoolingOf(age + 4, number);
      const idNumber = numberFor(bornOn, gender);
      return {
        id: number, householdId: household.id, division: household.village.code, name, relation, gender, bornOn, health, ...school,
        labour: labourOf(age + 4, health, school.atSchool ?? false, household.cause, number),
        idNumber: seal(idNumber, `members:${number}:id_number`), idHash: fingerprint(idNumber),
        idMask: idMask(idNumber),
      };
    });
  });
}
