import { boolean, index, integer, jsonb, pgTable, text, timestamp, bigint } from 'drizzle-orm/pg-core';
import { people } from './command';
import { divisionCode, id, stamped } from './columns';

/** A sign-in name of a person. A demonstration account has no hash of its own: the installation's demonstration password opens it. */
export const accounts = pgTable('accounts', {
  id: id(),
  username: text().notNull().unique(),
  personId: integer('person_id').notNull().references(() => people.id),
  passwordHash: text('password_hash'),
  demo: boolean().notNull().default(false),
  disabledAt: timestamp('disabled_at', { withTimezone: true }),
}, (t) => [index('accounts_by_person').on(t.personId)]);

/** A signed-in browser. Looked up on every request; a revoked or idle one is nobody. Real time, not the demonstration's. */
export const sessions = pgTable('sessions', {
  sid: text().primaryKey(),
  accountId: integer('account_id').notNull().references(() => accounts.id),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
}, (t) => [index('sessions_by_account').on(t.accountId)]);

/** Failed sign-ins by name, real or not, so that an answer never tells whether an account exists. */
export const signInFailures = pgTable('sign_in_failures', {
  id: id(),
  username: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
}, (t) => [index('sign_in_failures_by_name').on(t.username, t.at)]);

/** Settings of the installation: county name, clock offset of a demonstration, demonstration password hash, seed version. */
export const installation = pgTable('installation', {
  key: text().primaryKey(),
  value: text().notNull(),
});

/** Who did what: old → new. Append-only for the application's role; no foreign keys, a row outlives what it describes. */
export const audits = pgTable('audits', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: stamped(),
  personId: integer('person_id').notNull(),
  actor: text().notNull(),
  command: text().notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: text('subject_id').notNull(),
  division: divisionCode(),
  address: text(),
  before: jsonb(),
  after: jsonb(),
}, (t) => [index('audits_by_subject').on(t.subjectKind, t.subjectId), index('audits_by_time').on(t.at), index('audits_by_actor').on(t.actor, t.id)]);

/**
 * The chain over the audit trail: each seal hashes the rows since the last one, and the last one's hash. `skipped` are numbers
 * whose row was not there, `late` the rows of numbers that earlier seals skipped. Append-only.
 */
export const auditSeals = pgTable('audit_seals', {
  no: integer().primaryKey(),
  lastId: bigint('last_id', { mode: 'number' }).notNull(),
  count: integer().notNull(),
  late: bigint({ mode: 'number' }).array().notNull(),
  skipped: bigint({ mode: 'number' }).array().notNull(),
  hash: text().notNull(),
  /** When the youngest of its rows was written, by the county's clock. */
  until: timestamp({ withTimezone: true }).notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
}, (t) => [index('audit_seals_by_time').on(t.at)]);
