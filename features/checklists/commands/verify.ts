import 'server-only';
import { REVIEW } from '@/domain/checklist-input';
import { lastStep, lockChecklist, moveChecklist } from '@/db/checklists';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayMove } from '../policy';

/** The office's check is done: a verdict on every entry. Two at once: the second is told who was first. */
export const verifyChecklist = command('checklist.verify', { lastStep })
  .input(REVIEW)
  .load(({ tx, input }) => lockChecklist(tx, input.id))
  .can(mayMove('verify'))
  .run(async ({ tx, viewer, subject, input }) => {
    if (subject.version !== input.version) return null;
    const judged = subject.questions.map(({ no }) => ({ no, verdict: input.entries[no]?.verdict ?? null, note: input.entries[no]?.note ?? null }));
    const missing = judged.filter(({ verdict }) => verdict === null);
    if (missing.length > 0) {
      throw new Refusal('invalid', 'checklist.verify', missing.map(({ no }) => ({ field: `entries.${no}.verdict`, problem: 'choice' })));
    }
    const verdicts = judged.flatMap(({ no, verdict, note }) => (verdict ? [{ no, verdict, note }] : []));
    const moved = await moveChecklist(tx, { checklist: subject, verb: 'verify', version: input.version, by: viewer.personId, note: input.reason, verdicts });
    if (!moved) return null;
    return { ...moved, verdicts, note: input.reason };
  })
  .touches(({ after }) => [{ register: 'checklists-verified', division: after.division, month: after.month }]);
