import 'server-only';
import { isWritable } from '@/domain/checklist';
import { endOfDate } from '@/domain/deadline';
import { EXCEPTION, EXCEPTION_DAYS, untilProblem } from '@/domain/exception';
import { lockChecklist, openUntil } from '@/db/checklists';
import { postOut } from '@/db/outbox';
import { passOnChecklist } from '@/db/seats';
import { filingExceptions } from '@/db/schema/checklists';
import { inboxMessages } from '@/db/schema/inbox';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayGrant } from '../policy';

const NAME = 'exception.grant';

/**
 * Keeps a month open for one filer beyond its lock, until the end of a day, and tells the filer: whoever holds the post by
 * now. It ends by itself. Not for what
 * is filed already: that is the reviewer's to return.
 */
export const grantException = command('exception.grant', { fresh: true })
  .input(EXCEPTION)
  .load(({ tx, input }) => lockChecklist(tx, input.id))
  .can(mayGrant)
  .run(async ({ tx, viewer, subject, input }) => {
    const { id: checklistId, division, postId, month, days, now, state } = subject;
    if (!isWritable(state)) throw new Refusal('conflict', NAME, [], 'exception-filed');
    // Read anew: another exception may have been granted while this one waited for the row.
    const terms = { ...days, extendedTo: await openUntil(tx, checklistId) };
    const problem = untilProblem(input.until, month, terms, now);
    if (problem) throw new Refusal('invalid', NAME, [{ field: 'until', problem, limit: EXCEPTION_DAYS }]);
    const personId = await passOnChecklist(tx, viewer, checklistId);
    if (!mayGrant(viewer, { personId })) throw new Refusal('forbidden', NAME);
    const exception = { checklistId, division, personId, grantedBy: viewer.personId, expiresAt: endOfDate(input.until), reason: input.reason ?? '' };
    const [row] = await tx.insert(filingExceptions).values(exception).returning({ id: filingExceptions.id });
    await tx.insert(inboxMessages).values({ personId, kind: 'exception', month, checklistId });
    await postOut(tx, 'exception.granted', { month, post: postId, until: exception.expiresAt });
    return row ? { ...exception, id: row.id, month } : null;
  });
