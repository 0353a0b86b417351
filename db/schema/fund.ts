import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { BATCH_STATES, DONOR_KINDS, FUND_ACCOUNTS, FUND_DEEDS, LINE_STATES } from '@/domain/fund';
import { RELIEF_CAUSES } from '@/domain/relief';
import { people } from './command';
import { divisionCode, fen, id, name, stamped } from './columns';
import { reliefCards, reliefCases } from './relief';

/**
 * One entry of the fund's double-entry ledger. `key` names what it is of (`reserve:12:1`), so that a retry books nothing twice.
 * Entries and postings are never changed; a reversal names what it takes back, once.
 */
export const fundEntries = pgTable('fund_entries', {
  id: id(),
  deed: text({ enum: FUND_DEEDS }).notNull(),
  key: text().notNull().unique(),
  bookedOn: date('booked_on').notNull(),
  at: stamped(),
  madeBy: integer('made_by').references(() => people.id),
  note: text(),
  caseId: integer('case_id'),
  lineId: integer('line_id'),
  reversesId: integer('reverses_id').unique(),
}, (t) => [index('fund_entries_by_day').on(t.bookedOn, t.id), index('fund_entries_by_case').on(t.caseId)]);

/** The two sides of an entry, in fen; they add up to nothing. */
export const fundPostings = pgTable('fund_postings', {
  id: id(),
  entryId: integer('entry_id').notNull().references(() => fundEntries.id),
  account: text({ enum: FUND_ACCOUNTS }).notNull(),
  amount: fen().notNull(),
}, (t) => [index('fund_postings_by_entry').on(t.entryId), index('fund_postings_by_account').on(t.account)]);

/** A collection with a name and days: the one-day donation of 17 October. */
export const campaigns = pgTable('campaigns', {
  code: text().primaryKey(),
  name: text().notNull(),
  nameEn: text('name_en').notNull(),
  fromDay: date('from_day').notNull(),
  toDay: date('to_day').notNull(),
});

/** A donation with its receipt number. An anonymous donor's name is not kept at all. */
export const donations = pgTable('donations', {
  id: id(),
  division: divisionCode().notNull(),
  entryId: integer('entry_id').notNull().unique().references(() => fundEntries.id),
  receiptNo: text('receipt_no').notNull().unique(),
  donor: name(),
  kind: text({ enum: DONOR_KINDS }).notNull(),
  campaign: text().references(() => campaigns.code),
  givenOn: date('given_on').notNull(),
  amount: fen().notNull(),
}, (t) => [index('donations_by_day').on(t.givenOn, t.id)]);

/** Approved cases on their way to the bank in one file. `fileHash` is the SHA-256 of the file as it was made. */
export const reliefBatches = pgTable('relief_batches', {
  id: id(),
  no: text().notNull().unique(),
  division: divisionCode().notNull(),
  state: text({ enum: BATCH_STATES }).notNull().default('made'),
  version: integer().notNull().default(1),
  lines: integer().notNull(),
  total: fen().notNull(),
  madeBy: integer('made_by').notNull().references(() => people.id),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull().default(sql`county_now()`),
  fileHash: text('file_hash'),
  sentBy: integer('sent_by').references(() => people.id),
  sentAt: timestamp('sent_at', { withTimezone: true }),
  closedBy: integer('closed_by').references(() => people.id),
  closedAt: timestamp('closed_at', { withTimezone: true }),
  voidedBy: integer('voided_by').references(() => people.id),
  voidedAt: timestamp('voided_at', { withTimezone: true }),
  voidReason: text('void_reason'),
});

/** One payment of a batch. Nobody is paid twice: one line of a case, and of a household, cause and year, waits or is paid. */
export const reliefBatchLines = pgTable('relief_batch_lines', {
  id: id(),
  batchId: integer('batch_id').notNull().references(() => reliefBatches.id),
  no: integer().notNull(),
  division: divisionCode().notNull(),
  caseId: integer('case_id').notNull().references(() => reliefCases.id),
  cardId: integer('card_id').notNull().references(() => reliefCards.id),
  holder: name().notNull(),
  cardTail: text('card_tail').notNull(),
  amount: fen().notNull(),
  subjectKey: text('subject_key').notNull(),
  cause: text({ enum: RELIEF_CAUSES }).notNull(),
  year: integer().notNull(),
  state: text({ enum: LINE_STATES }).notNull().default('waiting'),
  reason: text(),
  bankRef: text('bank_ref').unique(),
  settledAt: timestamp('settled_at', { withTimezone: true }),
  /** The bank sent it back after it was paid: the bank's own reference and day, who entered it and who confirmed it. */
  returnRef: text('return_ref'),
  returnReason: text('return_reason'),
  returnedOn: date('returned_on'),
  returnEnteredBy: integer('return_entered_by').references(() => people.id),
  returnConfirmedBy: integer('return_confirmed_by').references(() => people.id),
}, (t) => [
  unique('relief_batch_lines_no').on(t.batchId, t.no),
  uniqueIndex('relief_batch_lines_one_payment').on(t.caseId).where(sql`state in ('waiting', 'paid')`),
  uniqueIndex('relief_batch_lines_paid_once').on(t.subjectKey, t.cause, t.year).where(sql`state in ('waiting', 'paid')`),
]);

/** A result file of the bank that was taken in. The same file again is known by its hash. */
export const bankResults = pgTable('bank_results', {
  id: id(),
  batchId: integer('batch_id').notNull().references(() => reliefBatches.id),
  division: divisionCode().notNull(),
  hash: text().notNull().unique(),
  paid: integer().notNull(),
  failed: integer().notNull(),
  at: stamped(),
  takenBy: integer('taken_by').notNull().references(() => people.id),
});

/** The fund fell below its floor: to be topped up by a day. Closed when it stands at the floor again. */
export const topUpTasks = pgTable('top_up_tasks', {
  id: id(),
  openedAt: timestamp('opened_at', { withTimezone: true }).notNull().default(sql`county_now()`),
  dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
  floor: fen().notNull(),
  shortfall: fen().notNull(),
  escalated: boolean().notNull().default(false),
  closedAt: timestamp('closed_at', { withTimezone: true }),
}, (t) => [uniqueIndex('top_up_tasks_one_open').on(sql`(1)`).where(sql`${t.closedAt} is null`)]);
