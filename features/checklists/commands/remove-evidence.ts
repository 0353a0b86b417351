import 'server-only';
import { eq } from 'drizzle-orm';
import { isWritable } from '@/domain/checklist';
import { EVIDENCE_ID } from '@/domain/checklist-input';
import { lastStep, lockChecklist } from '@/db/checklists';
import { evidenceFiles } from '@/db/schema/checklists';
import { command } from '@/server/command';
import { mustBeOpen } from '@/server/month-lock';
import { mayAttach } from '../policy';

const NAME = 'evidence.remove';
const { id, checklistId, entryNo, division, name, size } = evidenceFiles;

/** Takes a file off an entry that can still be written. That it was there stays in the audit trail. */
export const removeEvidence = command('evidence.remove', { fresh: true, lastStep })
  .input(EVIDENCE_ID)
  .load(async ({ tx, input }) => {
    const [file] = await tx.select({ id, checklistId, entryNo, division, name, size }).from(evidenceFiles).where(eq(id, input.id));
    const checklist = file && (await lockChecklist(tx, file.checklistId));
    return checklist ? { ...checklist, file } : null;
  })
  .can(mayAttach)
  .run(async ({ tx, subject }) => {
    if (!isWritable(subject.state)) return null;
    mustBeOpen(NAME, subject);
    const gone = await tx.delete(evidenceFiles).where(eq(id, subject.file.id)).returning({ id });
    return gone.length > 0 ? { ...subject.file, removed: true } : null;
  });
