import { sql } from 'drizzle-orm';
import { bigint, boolean, customType, date, index, integer, pgTable, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { PRESENT, RELIEF_CAUSES, RELIEF_DEEDS, RELIEF_PARTS, RELIEF_STATES, REVIEWS } from '@/domain/relief';
import { people } from './command';
import { divisionCode, fen, id, name, sealed, stamped } from './columns';
import { divisions } from './divisions';
import { households } from './households';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** The fund's rules: a version is in force from its day on until a later one. Never changed: a new rule is a new version. */
export const reliefRules = pgTable('relief_rules', {
  id: id(),
  fromDay: date('from_day').notNull(),
  noticeDays: integer('notice_days').notNull(),
  villageDays: integer('village_days').notNull(),
  townshipDays: integer('township_days').notNull(),
  districtDays: integer('district_days').notNull(),
  floor: fen().notNull(),
  topUpDays: integer('top_up_days').notNull(),
  cardHours: integer('card_hours').notNull(),
  source: text().notNull(),
  madeBy: integer('made_by').references(() => people.id),
  at: stamped(),
});

/**
 * One application (救助申请). `subjectKey` names the household: `h:` and its number in the registry, or `i:` and the fingerprint of
 * the applicant's ID number. One case of a household, cause and year lives at a time, and a paid one forever. `round` counts how
 * often it was handed in; `dueAt` is the end of the present step's days; `receiptHash` finds it by its receipt code.
 */
export const reliefCases = pgTable('relief_cases', {
  id: id(),
  no: text().notNull().unique(),
  division: divisionCode().notNull().references(() => divisions.code),
  householdId: integer('household_id').references(() => households.id),
  headName: name('head_name').notNull(),
  subjectKey: text('subject_key').notNull(),
  origin: text({ enum: ['clerk', 'household'] }).notNull(),
  cause: text({ enum: RELIEF_CAUSES }).notNull(),
  causeText: text('cause_text').notNull(),
  year: integer().notNull(),
  rulesId: integer('rules_id').notNull().references(() => reliefRules.id),
  /** The line of the year and where it was read, as they were when the case was handed in. */
  line: integer(),
  lineScope: text('line_scope', { enum: ['national', 'Sichuan'] }),
  lineSource: text('line_source'),
  /** What the case comes to by its latest worksheet, in fen; fixed at approval. */
  amount: fen(),
  state: text({ enum: RELIEF_STATES }).notNull(),
  round: integer().notNull().default(1),
  version: integer().notNull().default(1),
  appliedAt: timestamp('applied_at', { withTimezone: true }).notNull().default(sql`county_now()`),
  dueAt: timestamp('due_at', { withTimezone: true }),
  receiptHash: text('receipt_hash').notNull().unique(),
  phone: sealed(),
  phoneTail: text('phone_tail'),
}, (t) => [
  index('relief_cases_by_division').on(t.division, t.state),
  index('relief_cases_by_state').on(t.state, t.dueAt),
  uniqueIndex('relief_cases_one_alive').on(t.subjectKey, t.cause, t.year).where(sql`state not in ('refused', 'withdrawn')`),
]);

/** The people of a case, as they were when it was handed in: copied from the registry, or entered with their sealed ID number. */
export const reliefPeople = pgTable('relief_people', {
  id: id(),
  caseId: integer('case_id').notNull().references(() => reliefCases.id),
  division: divisionCode().notNull(),
  name: name().notNull(),
  relation: text({ enum: ['head', 'spouse', 'child', 'parent', 'grandchild', 'sibling', 'other'] }).notNull(),
  idNumber: sealed('id_number'),
  idHash: text('id_hash'),
  idMask: text('id_mask').notNull(),
}, (t) => [index('relief_people_by_case').on(t.caseId), index('relief_people_by_id_hash').on(t.idHash), unique('relief_people_once').on(t.caseId, t.idHash)]);

/** Income of the income year as somebody found it, fen: the applicant's, then each review's own. */
export const reliefWorksheets = pgTable('relief_worksheets', {
  id: id(),
  caseId: integer('case_id').notNull().references(() => reliefCases.id),
  division: divisionCode().notNull(),
  round: integer().notNull(),
  part: text({ enum: ['applicant', ...REVIEWS] }).notNull(),
  personId: integer('person_id').references(() => people.id),
  at: stamped(),
  wage: fen().notNull(),
  business: fen().notNull(),
  property: fen().notNull(),
  transfer: fen().notNull(),
  cost: fen().notNull(),
  /** Why it differs from the one before. */
  explanation: text(),
}, (t) => [unique('relief_worksheets_once').on(t.caseId, t.round, t.part)]);

/** A review's own visit to the household, with a photo. `present` and `explained` are asked of the village's. */
export const reliefVisits = pgTable('relief_visits', {
  id: id(),
  caseId: integer('case_id').notNull().references(() => reliefCases.id),
  division: divisionCode().notNull(),
  round: integer().notNull(),
  part: text({ enum: REVIEWS }).notNull(),
  personId: integer('person_id').notNull().references(() => people.id),
  at: stamped(),
  visitedOn: date('visited_on').notNull(),
  found: text().notNull(),
  present: text({ enum: PRESENT }).array().notNull().default([]),
  explained: boolean().notNull().default(false),
  photo: bytes().notNull(),
}, (t) => [unique('relief_visits_once').on(t.caseId, t.round, t.part)]);

/** What shows the cause: a hospital's bill, a picture of the damage. */
export const reliefEvidence = pgTable('relief_evidence', {
  id: id(),
  caseId: integer('case_id').notNull().references(() => reliefCases.id),
  division: divisionCode().notNull(),
  name: text().notNull(),
  type: text({ enum: ['image/jpeg', 'application/pdf'] }).notNull(),
  size: integer().notNull(),
  content: bytes().notNull(),
  addedBy: integer('added_by').references(() => people.id),
  at: stamped(),
}, (t) => [index('relief_evidence_by_case').on(t.caseId)]);

/** What happened to a case: who (nobody: the household itself, from the public side), in which part, when, which deed, why. */
export const reliefSteps = pgTable('relief_steps', {
  id: id(),
  caseId: integer('case_id').notNull().references(() => reliefCases.id),
  division: divisionCode().notNull(),
  round: integer().notNull(),
  part: text({ enum: RELIEF_PARTS }).notNull(),
  personId: integer('person_id').references(() => people.id),
  verb: text({ enum: RELIEF_DEEDS }).notNull(),
  at: stamped(),
  note: text(),
}, (t) => [index('relief_steps_by_case').on(t.caseId, t.id), index('relief_steps_by_person').on(t.personId)]);

/**
 * A public notice (公示): what the public may read of a case, and nothing else. It has no column for a full name or number, and no
 * row fence: everybody may read it. Open from `opensAt` until `closesAt`, or until the case is sent back (`takenDownAt`).
 */
export const reliefNotices = pgTable('relief_notices', {
  id: id(),
  caseId: integer('case_id').notNull(),
  round: integer().notNull(),
  division: divisionCode().notNull().references(() => divisions.code),
  maskedName: text('masked_name').notNull(),
  people: integer().notNull(),
  amount: fen().notNull(),
  opensAt: timestamp('opens_at', { withTimezone: true }).notNull().default(sql`county_now()`),
  closesAt: timestamp('closes_at', { withTimezone: true }).notNull(),
  takenDownAt: timestamp('taken_down_at', { withTimezone: true }),
  /** The month in which it was paid, `YYYY-MM`: the fund's public list. */
  paidMonth: text('paid_month'),
}, (t) => [unique('relief_notices_once').on(t.caseId, t.round), index('relief_notices_by_close').on(t.closesAt), index('relief_notices_paid').on(t.paidMonth).where(sql`paid_month is not null`)]);

/** What somebody objects to a notice, with or without a name; answered by a person who had no part in the case. */
export const reliefObjections = pgTable('relief_objections', {
  id: id(),
  caseId: integer('case_id').notNull().references(() => reliefCases.id),
  noticeId: integer('notice_id').notNull().references(() => reliefNotices.id),
  division: divisionCode().notNull(),
  text: text().notNull(),
  objector: text(),
  phone: sealed(),
  phoneTail: text('phone_tail'),
  /** Keyed print of the sender's address, for the limit of objections an hour; not the address. */
  source: text().notNull(),
  at: stamped(),
  answeredAt: timestamp('answered_at', { withTimezone: true }),
  answeredBy: integer('answered_by').references(() => people.id),
  answer: text(),
  upheld: boolean(),
}, (t) => [index('relief_objections_by_case').on(t.caseId), index('relief_objections_by_source').on(t.source, t.at), index('relief_objections_open').on(t.division).where(sql`answered_at is null`)]);

/**
 * An account a case is paid to; the latest usable one is taken. The first is entered with the application; a change waits for a
 * second person and the hours of the rules.
 */
export const reliefCards = pgTable('relief_cards', {
  id: id(),
  caseId: integer('case_id').notNull().references(() => reliefCases.id),
  division: divisionCode().notNull(),
  /** Who of the case's people holds it. */
  holderId: integer('holder_id').notNull().references(() => reliefPeople.id),
  holder: name().notNull(),
  bank: text().notNull(),
  card: sealed().notNull(),
  cardTail: text('card_tail').notNull(),
  isChange: boolean('is_change').notNull().default(false),
  enteredBy: integer('entered_by').references(() => people.id),
  at: stamped(),
  reason: text(),
  confirmedBy: integer('confirmed_by').references(() => people.id),
  confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
}, (t) => [index('relief_cards_by_case').on(t.caseId)]);

/** Whom an officer declared to be: their own ID number's print and their relatives'. Nobody acts on a case of these people. */
export const kinships = pgTable('kinships', {
  id: id(),
  personId: integer('person_id').notNull().references(() => people.id),
  relation: text({ enum: ['self', 'spouse', 'parent', 'child', 'sibling', 'other'] }).notNull(),
  name: name().notNull(),
  idHash: text('id_hash').notNull(),
  idMask: text('id_mask').notNull(),
  at: stamped(),
}, (t) => [unique('kinships_once').on(t.personId, t.idHash), index('kinships_by_id_hash').on(t.idHash)]);

/** Failed looks by a receipt code, and other things the public may do only so often: keyed print of an address, hour, count. */
export const publicAttempts = pgTable('public_attempts', {
  source: text().notNull(),
  kind: text({ enum: ['apply', 'follow', 'object', 'donate'] }).notNull(),
  hour: bigint({ mode: 'number' }).notNull(),
  count: integer().notNull().default(1),
}, (t) => [unique('public_attempts_once').on(t.source, t.kind, t.hour)]);
