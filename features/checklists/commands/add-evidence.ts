import 'server-only';
import { z } from 'zod';
import { isWritable } from '@/domain/checklist';
import { FILES_MAX } from '@/domain/checklist-answer';
import { EVIDENCE_PLACE, typedText } from '@/domain/checklist-input';
import { lastStep, lockChecklist } from '@/db/checklists';
import { evidenceFiles } from '@/db/schema/checklists';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mustBeOpen } from '@/server/month-lock';
import { mayAttach } from '../policy';

const NAME = 'evidence.add';

/** Hangs a file, already made safe by server/evidence-file.ts, on an entry that can still be written. */
export const addEvidence = command('evidence.add', { fresh: true, lastStep })
  .input(EVIDENCE_PLACE.extend({ name: typedText(200), type: z.enum(['image/jpeg', 'application/pdf']), content: z.instanceof(Buffer) }))
  .load(({ tx, input }) => lockChecklist(tx, input.checklist))
  .can(mayAttach)
  .run(async ({ tx, viewer, subject, input }) => {
    if (!isWritable(subject.state)) return null;
    mustBeOpen(NAME, subject);
    const question = subject.questions.find(({ no }) => no === input.entry);
    if (!question || question.kind === 'text') throw new Refusal('not-found', NAME);
    if (question.files >= FILES_MAX) throw new Refusal('invalid', NAME, [{ field: 'file', problem: 'file-many', limit: FILES_MAX }]);
    const { id: checklistId, division } = subject;
    const { entry: entryNo, name, type, content } = input;
    const file = { checklistId, entryNo, division, name: name ?? 'file', type, size: content.length };
    const [row] = await tx.insert(evidenceFiles).values({ ...file, content, addedBy: viewer.personId }).returning({ id: evidenceFiles.id });
    return row ? { ...file, id: row.id } : null;
  });
