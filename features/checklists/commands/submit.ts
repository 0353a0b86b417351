import 'server-only';
import { filedOf, problemsOfAnswer } from '@/domain/checklist-answer';
import { answerTo, FILING } from '@/domain/checklist-input';
import { lastStep, lockChecklist, moveChecklist, recordedOf } from '@/db/checklists';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mustBeOpen } from '@/server/month-lock';
import { mayMove } from '../policy';

/**
 * Files a checklist: every entry answered, each number beside what the records say at this instant. Judged by the database's
 * clock after the row was locked; a locked month takes nothing any more.
 */
export const submitChecklist = command('checklist.submit', { lastStep })
  .input(FILING)
  .load(({ tx, input }) => lockChecklist(tx, input.id))
  .can(mayMove('submit'))
  .run(async ({ tx, viewer, subject, input }) => {
    mustBeOpen('checklist.submit', subject);
    if (subject.version !== input.version) return null;
    const recorded = await recordedOf(tx, subject.division, subject.month, subject.questions.map((question) => question.indicator));
    const entries = subject.questions.map((question) => ({
      question,
      answer: answerTo(input, question.no),
      recorded: question.indicator ? (recorded.get(question.indicator) ?? null) : null,
    }));
    const problems = entries.flatMap(({ question, answer, ...rest }) =>
      problemsOfAnswer(question, answer, { ...rest, files: question.files }).map(({ field, ...each }) => ({ field: `entries.${question.no}.${field}`, ...each })));
    if (problems.length > 0) throw new Refusal('invalid', 'checklist.submit', problems);
    const kept = entries.map((entry) => filedOf(entry.question, entry.answer, entry.recorded));
    const moved = await moveChecklist(tx, { checklist: subject, verb: 'submit', version: input.version, by: viewer.personId, kept });
    if (!moved) return null;
    return { ...moved, answers: Object.fromEntries(kept.map(({ no, ...answer }) => [no, answer])) };
  })
  .touches(({ after }) => (['checklists-filed', 'checklists-complete', 'checklists-on-time'] as const).map((register) => ({ register, division: after.division, month: after.month })));
