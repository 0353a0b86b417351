import 'server-only';
import { COMMENT } from '@/domain/checklist-comment';
import { lockChecklist } from '@/db/checklists';
import { tellOfComment } from '@/db/inbox';
import { entryComments } from '@/db/schema/checklists';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayComment } from '../policy';

/** Adds to the thread of one entry and tells the others who have a part in the checklist. In any state: it moves nothing. */
export const commentOnEntry = command('checklist.comment', { fresh: true })
  .input(COMMENT)
  .load(({ tx, input }) => lockChecklist(tx, input.id))
  .can(mayComment)
  .run(async ({ tx, viewer, subject, input: { entry, text } }) => {
    const { id, division, month } = subject;
    if (!subject.questions.some(({ no }) => no === entry)) throw new Refusal('not-found', 'checklist.comment');
    const [row] = await tx.insert(entryComments).values({ checklistId: id, entryNo: entry, division, personId: viewer.personId, text }).returning({ id: entryComments.id });
    if (!row) return null;
    await tellOfComment(tx, { checklist: id, comment: row.id, author: viewer.personId });
    return { id, division, month, entry, comment: row.id, text };
  });
