import { z } from 'zod';
import { cardDigits, isCardNumber } from './card';
import { typedNumber, typedText } from './checklist-input';
import { ID_NUMBER, idNumber } from './id-number';
import { PERSON_NAME, PHONE } from './person';
import { RELIEF_CAUSES } from './relief';

export const RELATIONS = ['head', 'spouse', 'child', 'parent', 'grandchild', 'sibling', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];
/** How an officer may be related to somebody; `self` is their own number. */
export const KINSHIPS = ['self', 'spouse', 'parent', 'child', 'sibling', 'other'] as const;

/** People of one household, at most. */
export const PEOPLE_MAX = 15;
/** Files that show the cause, and what they may weigh together in the form that hands the application in. */
export const EVIDENCE_MAX = 8;
export const FORM_FILES_BYTES = 5 * 1024 * 1024;
export const CAUSE_TEXT_MIN = 10;
export const CAUSE_TEXT_MAX = 500;
export const REASON_MAX = 200;
const BANK_MAX = 60;

const id = z.coerce.number().int().positive().max(2_147_483_647);
const none = z.literal('').transform(() => null);
const optionalId = z.union([none, id]).nullish().transform((given) => given ?? null);
const ticked = z.union([z.literal('on'), z.boolean()]).optional().transform(Boolean);
const reason = typedText(REASON_MAX).pipe(z.string('required').min(5));

/** Yuan as they are typed → integer fen. */
const yuan = typedNumber.pipe(z.number()).transform((amount) => Math.round(amount * 100));
const worksheet = z.object({ wage: yuan, business: yuan, property: yuan, transfer: yuan, cost: yuan });

/** A bank card as it is typed; an empty field is none. */
const card = z.string().max(64).default('').transform((text) => cardDigits(text) || null).refine((digits) => digits === null || isCardNumber(digits), 'card-number');

const account = z.object({ holder: PERSON_NAME, bank: typedText(BANK_MAX).pipe(z.string('required').min(2)), card });

const person = z.object({ name: PERSON_NAME, relation: z.enum(RELATIONS), idNumber: ID_NUMBER });
/** What is no text was sent by no form of ours: it is looked at as typed, and refused. */
const isTyped = (given: unknown): boolean => (typeof given === 'string' ? given.trim() !== '' : given !== undefined && given !== null);
/** Rows of a form by their number; those with neither name nor number are none. */
const people = z.preprocess(
  (given) => Object.fromEntries(Object.entries(Object(given) as Record<string, Record<string, unknown>>).filter(([, row]) => isTyped(row?.name) || isTyped(row?.idNumber))),
  z.record(z.string().regex(/^\d{1,2}$/), person),
).transform((rows) => Object.entries(rows).map(([row, one]) => ({ row, ...one })));

const CAUSE = { cause: z.enum(RELIEF_CAUSES), causeText: typedText(CAUSE_TEXT_MAX).pipe(z.string('required').min(CAUSE_TEXT_MIN)), year: z.coerce.number().int().min(2010).max(2050), worksheet };

const FIELDS = z.object({ ...CAUSE, household: optionalId, division: z.string().regex(/^\d{12}$/).optional(), people, phone: PHONE, account, insist: ticked });
type Fields = z.output<typeof FIELDS>;

/**
 * What does not fit together in an unregistered household: whoever is written down twice, more or fewer than one head, an account of
 * a stranger, no card. A registered household's people and card are in the registry.
 */
function amongThemselves({ household, people, account }: Fields, context: z.RefinementCtx): void {
  // A row that is wrong by itself is told first: the rows are no list until all of them are read.
  if (household !== null || !Array.isArray(people)) return;
  const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (people.length === 0) issue(['people', '0', 'name'], 'required');
  if (people.length > PEOPLE_MAX) issue(['people', '0', 'name'], 'people-many');
  const [head, ...others] = people;
  if (head && head.relation !== 'head') issue(['people', head.row, 'relation'], 'one-head');
  for (const { row, relation } of others) if (relation === 'head') issue(['people', row, 'relation'], 'one-head');
  const seen = new Set<string>();
  for (const { row, idNumber: number } of people) {
    if (seen.has(number)) issue(['people', row, 'idNumber'], 'id-twice');
    seen.add(number);
  }
  if (!people.some(({ name }) => name === account.holder)) issue(['account', 'holder'], 'holder');
  if (account.card === null) issue(['account', 'card'], 'required');
}

/** An application as the village clerk hands it in: `household` is one of the registry, or null with the people of one that is in none. */
export const RELIEF_APPLICATION = FIELDS.superRefine(amongThemselves);
/** What a household sent in itself, completed by the village. */
export const RELIEF_COMPLETION = FIELDS.extend({ id, version: id }).superRefine(amongThemselves);
export type ReliefApplication = z.output<typeof RELIEF_APPLICATION>;

/** A returned application, corrected: its cause, its year and its income. Its people stay. */
export const RELIEF_CORRECTION = z.object({ ...CAUSE, id, version: id, note: reason, insist: ticked });
export const RELIEF_WITHDRAWAL = z.object({ id, version: id, reason });
export const RELIEF_EVIDENCE = z.object({ id });

/** Whom an officer declares to be related to. The number is a secret: it is not sent back to the screen. */
export const KINSHIP = z.object({ relation: z.enum(KINSHIPS), name: PERSON_NAME, secretId: ID_NUMBER });

/** A person looked for by the whole ID number; `case`: the application it is looked up for. */
export const FIND_BY_ID = z.object({ secretId: z.string().max(64).transform(idNumber).pipe(z.string().regex(/^\d{17}[\dX]$/)), case: optionalId });
