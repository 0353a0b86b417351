import type { SAFEGUARDS } from '@/domain/household';
import { households as table } from '../schema/households';
import { seal } from '../vault';
import { addDays } from './calendar';
import { Dice } from './dice';
import type { Household } from './households';
import type { Member } from './members';

type Row = typeof table.$inferInsert;

const dice = new Dice('registry');

/** 19 digits beginning with 62, right by the Luhn check; no bank issues 629999. */
export function cardNumber(id: number): string {
  const first = `629999${String(dice.between(0, 999_999, 1, id)).padStart(6, '0')}${String(id).padStart(6, '0')}`;
  const sum = [...first].reverse().reduce((total, digit, at) => total + (at % 2 ? Number(digit) : Number(digit) * 2 - (Number(digit) > 4 ? 9 : 0)), 0);
  return first + String((10 - (sum % 10)) % 10);
}

const AT_FIRST: Record<Exclude<(typeof SAFEGUARDS)[number], 'housing'>, number> = { schooling: 0.93, medical: 0.72, water: 0.66, electricity: 0.96, broadcast: 0.78 };

/** Of age for compulsory schooling (6 to 15) at some time from 2014 to 2017: without such a child it is secured from the first. */
const BORN_FOR_SCHOOL = { from: '1999-01-01', to: '2011-09-01' };

/** When a safeguard was secured: from the first survey, or some time before the household was lifted; of those still poor, some lack it. */
function secured(household: Household, what: keyof typeof AT_FIRST, key: number): string | null {
  if (dice.chance(AT_FIRST[what], 2, key, household.id)) return household.registeredOn;
  const last = household.exitedOn ? addDays(household.exitedOn, -10) : '2018-02-20';
  if (!household.exitedOn && dice.chance(0.35, 3, key, household.id)) return null;
  return dice.day(addDays(household.registeredOn, 60), last, 4, key, household.id);
}

/** The registry's rows, with telephone and card sealed and the six safeguards dated. */
export function makeRegistry(households: readonly Household[], members: readonly Member[], housedOn: Map<number, string | null>): Row[] {
  const schooling = new Set(members.filter((member) => member.bornOn >= BORN_FOR_SCHOOL.from && member.bornOn < BORN_FOR_SCHOOL.to).map((member) => member.householdId));
  const heads = new Map(members.filter((member) => member.relation === 'head').map((member) => [member.householdId, member.name]));
  return households.map((household): Row => {
    const { id } = household;
    const phone = dice.chance(0.93, 5, id) ? `108${String(dice.between(0, 99_999_999, 6, id)).padStart(8, '0')}` : null;
    const card = cardNumber(id);
    return {
      id, no: household.no, division: household.village.code, groupNo: 1 + (id % 7), headName: heads.get(id)!,
      registeredOn: household.registeredOn, exitedOn: household.exitedOn, mainCause: household.cause, otherCauses: household.otherCauses,
      schoolingSince: schooling.has(id) ? secured(household, 'schooling', 11) : household.registeredOn, medicalSince: secured(household, 'medical', 12),
      housingSince: housedOn.has(id) ? housedOn.get(id) : household.registeredOn,
      waterSince: secured(household, 'water', 13), electricitySince: secured(household, 'electricity', 14), broadcastSince: secured(household, 'broadcast', 15),
      phone: phone === null ? null : seal(phone, `households:${id}:phone`), phoneTail: phone?.slice(-4) ?? null,
      card: seal(card, `households:${id}:card`), cardTail: card.slice(-4), version: 1,
    };
  });
}
