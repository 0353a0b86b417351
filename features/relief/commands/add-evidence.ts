import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { lockCase } from '@/db/relief-cases';
import { lastCaseStep } from '@/db/relief-steps';
import { reliefEvidence } from '@/db/schema/relief';
import type { ReliefState } from '@/domain/relief';
import { EVIDENCE_MAX, RELIEF_EVIDENCE } from '@/domain/relief-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayApply } from '../policy';

const NAME = 'relief.add-evidence';
/** Until the village has reviewed it: what comes later was seen by nobody. */
const OPEN: readonly ReliefState[] = ['received', 'applied', 'returned'];

/** Adds one file, already made safe, to an application that no review has passed. */
export const addEvidence = command('relief.add-evidence', { fresh: true, lastStep: lastCaseStep })
  .input(RELIEF_EVIDENCE.extend({ name: z.string().max(200), type: z.enum(['image/jpeg', 'application/pdf']), content: z.instanceof(Buffer) }))
  .load(({ tx, input }) => lockCase(tx, input.id))
  .can(mayApply)
  .run(async ({ tx, viewer, input: { name, type, content }, subject: { id: caseId, division, state } }) => {
    if (!OPEN.includes(state)) return null;
    const { rows: [has] } = await tx.execute<{ files: number }>(sql`select count(*)::int as files from relief_evidence where case_id = ${caseId}`);
    if ((has?.files ?? 0) >= EVIDENCE_MAX) throw new Refusal('invalid', NAME, [{ field: 'file', problem: 'file-many', limit: EVIDENCE_MAX }]);
    const file = { division, name: name || 'file', type, size: content.length };
    const [row] = await tx.insert(reliefEvidence).values({ caseId, ...file, content, addedBy: viewer.personId }).returning({ id: reliefEvidence.id });
    return row ? { ...file, id: caseId, file: row.id } : null;
  });
