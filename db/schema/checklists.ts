import { sql } from 'drizzle-orm';
import { boolean, check, customType, index, integer, numeric, pgTable, primaryKey, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { CHECKLIST_STATES, CHECKLIST_VERBS, ENTRY_KINDS, FILER_KINDS, VERDICTS } from '@/domain/checklist';
import { EXCEPTION_CAUSES } from '@/domain/exception';
import { appointments, people, posts } from './command';
import { divisionCode, id, stamped } from './columns';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** What a kind of filer is asked, from a month on. A change is a new version. */
export const checklistTemplates = pgTable('checklist_templates', {
  id: id(),
  filerKind: text('filer_kind', { enum: FILER_KINDS }).notNull(),
  line: text(),
  fromMonth: text('from_month').notNull(),
}, (t) => [unique('checklist_templates_once').on(t.filerKind, t.line, t.fromMonth).nullsNotDistinct()]);

/** One question. A number is bound to an indicator, whose recorded value it opens with. */
export const templateEntries = pgTable('template_entries', {
  templateId: integer('template_id').notNull().references(() => checklistTemplates.id),
  no: integer().notNull(),
  kind: text({ enum: ENTRY_KINDS }).notNull(),
  label: text().notNull(),
  labelEn: text('label_en').notNull(),
  indicator: text(),
}, (t) => [primaryKey({ columns: [t.templateId, t.no] })]);

/** One filer × one month. `state` sums up the steps; `version` is compared and set by every move. */
export const checklists = pgTable('checklists', {
  id: id(),
  month: text().notNull(),
  templateId: integer('template_id').notNull().references(() => checklistTemplates.id),
  filerKind: text('filer_kind', { enum: FILER_KINDS }).notNull(),
  appointmentId: integer('appointment_id').notNull().references(() => appointments.id),
  personId: integer('person_id').notNull().references(() => people.id),
  postId: integer('post_id').notNull().references(() => posts.id),
  division: divisionCode().notNull(),
  line: text(),
  state: text({ enum: CHECKLIST_STATES }).notNull().default('open'),
  version: integer().notNull().default(1),
  /** As last filed: every answer is zero or "nothing". Counts as filed, not as complete. */
  allZero: boolean('all_zero').notNull().default(false),
  /** As last filed: fields on the form, those the records filled in, and those the filer typed. */
  shown: integer(),
  prefilled: integer(),
  typed: integer(),
  submittedAt: timestamp('submitted_at', { withTimezone: true }),
  firstSubmittedAt: timestamp('first_submitted_at', { withTimezone: true }),
  verifiedAt: timestamp('verified_at', { withTimezone: true }),
  verifiedBy: integer('verified_by').references(() => people.id),
}, (t) => [
  uniqueIndex('checklists_once').on(t.month, t.appointmentId),
  index('checklists_by_division').on(t.division, t.month),
  index('checklists_by_month').on(t.month, t.state),
  index('checklists_by_person').on(t.personId, t.month),
]);

/** A claim, beside what the records said when it was submitted, and the reviewer's verdict. */
export const checklistEntries = pgTable('checklist_entries', {
  checklistId: integer('checklist_id').notNull().references(() => checklists.id),
  no: integer().notNull(),
  division: divisionCode().notNull(),
  claim: numeric({ mode: 'number' }),
  text: text(),
  explanation: text(),
  nothing: boolean().notNull().default(false),
  recorded: numeric({ mode: 'number' }),
  verdict: text({ enum: VERDICTS }),
  note: text(),
}, (t) => [primaryKey({ columns: [t.checklistId, t.no] })]);

/** What happened to a checklist: who, when, which move, why. `allZero`: whether what a submission filed was nothing but zeros; null for every other move. */
export const checklistSteps = pgTable('checklist_steps', {
  id: id(),
  checklistId: integer('checklist_id').notNull().references(() => checklists.id),
  division: divisionCode().notNull(),
  at: stamped(),
  personId: integer('person_id').notNull().references(() => people.id),
  verb: text({ enum: CHECKLIST_VERBS }).notNull(),
  note: text(),
  allZero: boolean('all_zero'),
}, (t) => [index('checklist_steps_by_checklist').on(t.checklistId)]);

/** What filer and reviewers say to each other about an entry; never changed, never taken back. */
export const entryComments = pgTable('entry_comments', {
  id: id(),
  checklistId: integer('checklist_id').notNull().references(() => checklists.id),
  entryNo: integer('entry_no').notNull(),
  division: divisionCode().notNull(),
  at: stamped(),
  personId: integer('person_id').notNull().references(() => people.id),
  text: text().notNull(),
}, (t) => [index('entry_comments_by_checklist').on(t.checklistId)]);

/** Evidence of an entry: re-encoded image or PDF. */
export const evidenceFiles = pgTable('evidence_files', {
  id: id(),
  checklistId: integer('checklist_id').notNull().references(() => checklists.id),
  entryNo: integer('entry_no').notNull(),
  division: divisionCode().notNull(),
  name: text().notNull(),
  type: text({ enum: ['image/jpeg', 'application/pdf'] }).notNull(),
  size: integer().notNull(),
  content: bytes().notNull(),
  addedBy: integer('added_by').notNull().references(() => people.id),
  at: stamped(),
}, (t) => [index('evidence_files_by_checklist').on(t.checklistId)]);

/** Days and hours of the filing calendar, editable: due and lock day of the month after. */
export const filingCalendar = pgTable('filing_calendar', {
  fromMonth: text('from_month').primaryKey(),
  dueDay: integer('due_day').notNull(),
  lockDay: integer('lock_day').notNull(),
});

/** A locked month opened again for one filer, by the office or because a squad challenged what was verified. Ends by itself at `expiresAt`; the database refuses a filer who grants their own. */
export const filingExceptions = pgTable('filing_exceptions', {
  id: id(),
  checklistId: integer('checklist_id').notNull().references(() => checklists.id),
  division: divisionCode().notNull(),
  /** The filer. */
  personId: integer('person_id').notNull().references(() => people.id),
  grantedBy: integer('granted_by').notNull().references(() => people.id),
  grantedAt: timestamp('granted_at', { withTimezone: true }).notNull().default(sql`county_now()`),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  reason: text().notNull(),
  cause: text({ enum: EXCEPTION_CAUSES }).notNull().default('granted'),
}, (t) => [
  index('filing_exceptions_by_checklist').on(t.checklistId),
  index('filing_exceptions_by_expiry').on(t.expiresAt),
  check('filing_exceptions_not_by_filer', sql`granted_by <> person_id`),
  check('filing_exceptions_end_later', sql`expires_at > granted_at`),
]);
