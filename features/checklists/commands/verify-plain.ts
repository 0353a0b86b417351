import 'server-only';
import { lastStep, lockChecklist, moveChecklist, recordedOf } from '@/db/checklists';
import { REVIEWED } from '@/domain/checklist-input';
import { propose } from '@/domain/verdict';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayMove } from '../policy';

/** Verifies without opening, but only what the records support entry by entry, as filed and as they stand now. */
export const verifyPlainChecklist = command('checklist.verify-plain', { lastStep })
  .input(REVIEWED)
  .load(({ tx, input }) => lockChecklist(tx, input.id))
  .can(mayMove('verify'))
  .run(async ({ tx, viewer, subject, input }) => {
    if (subject.version !== input.version) return null;
    const now = await recordedOf(tx, subject.division, subject.month, subject.questions.map(({ indicator }) => indicator));
    const plain = subject.questions.every(({ kept, kind, indicator, files }) =>
      kept && propose({ ...kept, kind, files }).verdict === 'supported' && (indicator === null || kept.recorded === (now.get(indicator) ?? null)));
    if (!plain) throw new Refusal('forbidden', 'checklist.verify-plain', [], 'not-plain');
    const verdicts = subject.questions.map(({ no }) => ({ no, verdict: 'supported' as const, note: null }));
    const moved = await moveChecklist(tx, { checklist: subject, verb: 'verify', version: input.version, by: viewer.personId, verdicts });
    if (!moved) return null;
    return { ...moved, verdicts };
  })
  .touches(({ after }) => [{ register: 'checklists-verified', division: after.division, month: after.month }]);
