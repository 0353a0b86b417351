import 'server-only';
import { keepVerb } from '@/domain/checklist';
import { draftOf } from '@/domain/checklist-answer';
import { answerTo, FILING } from '@/domain/checklist-input';
import { lastStep, lockChecklist, moveChecklist } from '@/db/checklists';
import { command } from '@/server/command';
import { mustBeOpen } from '@/server/month-lock';
import { mayMove } from '../policy';

/** Keeps a draft: open becomes draft, returned stays returned. Nothing need be complete. */
export const saveChecklist = command('checklist.save', { lastStep })
  .input(FILING)
  .load(({ tx, input }) => lockChecklist(tx, input.id))
  .can(mayMove('save'))
  .run(async ({ tx, viewer, subject, input }) => {
    mustBeOpen('checklist.save', subject);
    const kept = subject.questions.map((question) => draftOf(question, answerTo(input, question.no)));
    const moved = await moveChecklist(tx, { checklist: subject, verb: keepVerb(subject.state), version: input.version, by: viewer.personId, kept });
    if (!moved) return null;
    return { ...moved, answers: Object.fromEntries(kept.map(({ no, ...answer }) => [no, answer])) };
  });
