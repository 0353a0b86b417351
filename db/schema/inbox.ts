import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { MESSAGE_KINDS, MESSAGE_MOMENTS } from '@/domain/inbox';
import { RELIEF_STATES } from '@/domain/relief';
import { checklists } from './checklists';
import { id, stamped } from './columns';
import { people, posts } from './command';
import { reliefCases } from './relief';

/**
 * What was told to whom, and when. What it is about is read from the records: a reminder is done when its checklist is filed, a
 * digest when nobody of its post's ground is missing.
 */
export const inboxMessages = pgTable('inbox_messages', {
  id: id(),
  personId: integer('person_id').notNull().references(() => people.id),
  kind: text({ enum: MESSAGE_KINDS }).notNull(),
  moment: text({ enum: MESSAGE_MOMENTS }),
  month: text().notNull(),
  /** Of a reminder, a return, an exception, a challenge, a comment. */
  checklistId: integer('checklist_id').references(() => checklists.id),
  /** Of a relief case beyond its days: which, and in which state it was then. */
  reliefCaseId: integer('relief_case_id').references(() => reliefCases.id),
  reliefState: text('relief_state', { enum: RELIEF_STATES }),
  /** Of a digest: the recipient's post, how far down its line is counted, and how many were missing then. */
  postId: integer('post_id').references(() => posts.id),
  depth: integer(),
  missing: integer(),
  at: stamped(),
  readAt: timestamp('read_at', { withTimezone: true }),
}, (t) => [index('inbox_messages_by_person').on(t.personId, t.id)]);
