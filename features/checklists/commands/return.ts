import 'server-only';
import { RETURN } from '@/domain/checklist-input';
import { closesAt, filingTime } from '@/domain/deadline';
import { lastStep, lockChecklist, moveChecklist } from '@/db/checklists';
import { postOut } from '@/db/outbox';
import { inboxMessages } from '@/db/schema/inbox';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayMove } from '../policy';

/** Back to the filer, with why; the filer is told. Not after the lock: the filer could not file it again, and the verdicts say what is wrong. */
export const returnChecklist = command('checklist.return', { lastStep })
  .input(RETURN)
  .load(({ tx, input }) => lockChecklist(tx, input.id))
  .can(mayMove('return'))
  .run(async ({ tx, viewer, subject, input }) => {
    if (subject.version !== input.version) return null;
    if (filingTime(subject.month, subject.days, subject.now) === 'locked') throw new Refusal('forbidden', 'checklist.return', [], 'locked-return');
    const verdicts = subject.questions.flatMap(({ no }) => {
      const { verdict = null, note = null } = input.entries[no] ?? {};
      return verdict ? [{ no, verdict, note }] : [];
    });
    const moved = await moveChecklist(tx, { checklist: subject, verb: 'return', version: input.version, by: viewer.personId, note: input.reason, verdicts });
    if (!moved) return null;
    const { personId, postId, month } = subject;
    await tx.insert(inboxMessages).values({ personId, kind: 'returned', month, checklistId: subject.id });
    await postOut(tx, 'checklist.returned', { month, post: postId, until: closesAt(month, subject.days) });
    return { ...moved, verdicts, note: input.reason };
  })
  .touches(({ after }) => [{ register: 'checklists-verified', division: after.division, month: after.month }]);
