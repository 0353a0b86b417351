import { z } from 'zod';
import { typedNumber, typedText } from './checklist-input';
import { isCardNumber, cardDigits } from './card';
import { PRESENT, type Present } from './relief';
import { type Worksheet, WORKSHEET_KINDS, worksheetDifferences, type WorksheetKind } from './relief-amount';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const said = (min: number, max: number) => typedText(max).refine((text) => [...(text ?? '')].length >= min, 'reason').transform((text) => text ?? '');
/** Yuan as typed, empty is missing; kept as integer fen. */
const yuan = typedNumber.pipe(z.number('required').max(10_000_000)).transform((value) => Math.round(value * 100));
const ticked = z.union([z.literal('on'), z.boolean()]).optional().transform(Boolean);

const worksheet = Object.fromEntries(WORKSHEET_KINDS.map((kind) => [kind, yuan])) as Record<WorksheetKind, typeof yuan>;

/** A review that lets a case pass: its own visit, its own worksheet. The photo comes decoded from the action. */
export const PASS = z.object({
  id, version: id,
  visitedOn: z.iso.date(),
  found: said(5, 500),
  'village-group': ticked,
  'resident-cadre': ticked,
  explained: ticked,
  ...worksheet,
  explanation: typedText(500),
});
export type Pass = z.output<typeof PASS>;

/** Who was ticked to have been at the household. */
export const presentOf = (pass: Record<Present, boolean>): Present[] => PRESENT.filter((each) => pass[each]);

export const worksheetOf = (pass: Worksheet): Worksheet => ({ wage: pass.wage, business: pass.business, property: pass.property, transfer: pass.transfer, cost: pass.cost });

/** What is wrong with a review as it was typed, given the worksheet before it and the days between which it may have visited. */
export function passProblems(pass: Pick<Pass, 'visitedOn' | 'explanation' | WorksheetKind>, ground: { before: Worksheet | null; appliedOn: string; today: string }): { field: string; problem: string; limit?: number }[] {
  const problems: { field: string; problem: string; limit?: number }[] = [];
  if (pass.visitedOn > ground.today) problems.push({ field: 'visitedOn', problem: 'future-day' });
  if (pass.visitedOn < ground.appliedOn) problems.push({ field: 'visitedOn', problem: 'before-application' });
  const differs = ground.before !== null && worksheetDifferences(ground.before, worksheetOf(pass)).length > 0;
  if (differs && [...(pass.explanation ?? '')].length < 5) problems.push({ field: 'explanation', problem: 'differs', limit: 5 });
  return problems;
}

/** Back to the applicant, or refused, or an approval taken back: always with why. */
export const WITH_REASON = z.object({ id, version: id, reason: said(5, 500) });

export const OBJECTION_ANSWER = z.object({ id, objection: id, upheld: z.enum(['yes', 'no']).transform((given) => given === 'yes'), answer: said(5, 500) });

export const CARD_CHANGE = z.object({
  id, holder: id, bank: said(2, 60), reason: said(5, 200),
  secretCard: z.string().max(64).transform(cardDigits).refine(isCardNumber, 'card-number'),
});
export const CARD_CONFIRMED = z.object({ id, card: id });

const unmaskReason = z.string().trim().min(4).max(200);
export const RELIEF_UNMASK = z.object({ id, what: z.enum(['id-number', 'card', 'phone']), row: id.optional(), reason: unmaskReason });
export const OBJECTOR_UNMASK = z.object({ id, objection: id, reason: unmaskReason });

const days = (most: number) => z.coerce.number('number').int().min(1).max(most);

/** A new version of the fund's rules, from a day to come. Money in yuan as typed. */
export const RELIEF_RULES_INPUT = z.object({
  fromDay: z.iso.date(), noticeDays: days(60), village: days(60), township: days(60), district: days(60),
  floor: typedNumber.pipe(z.number('required').min(1).max(1_000_000_000)).transform((value) => Math.round(value * 100)),
  topUpDays: days(365), cardHours: days(720), source: said(4, 200),
  /** The version that was on the screen. */
  was: z.coerce.number().int().min(0).max(2_147_483_647),
});
