import 'server-only';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { book, lockLedger } from '@/db/ledger';
import { type Batch, keepLayout, linesOf, lockBatch, moveBatch, openedLines, readLayout } from '@/db/relief-batches';
import { fingerprint } from '@/db/vault';
import { bankFile } from '@/domain/bank-file';
import { audit } from '@/server/audit';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'batch.send';

/** The batch and its file; `secret` keeps the file out of the audit trail. */
type Sent = Pick<Batch, 'id' | 'no' | 'division' | 'state' | 'version' | 'fileHash' | 'sentBy'> & { secret: string };

/**
 * Hands out the bank's file. The first time sends the batch: the file's hash is kept, the layout with it, and the money is under
 * way. Later it is the same file, byte for byte, or none. Each account opened for it is on its case's own record.
 */
export const sendBatch = command('batch.send')
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }))
  .load(async ({ tx, input }) => {
    await lockLedger(tx);
    return lockBatch(tx, input.id);
  })
  .can(mayManage)
  .run(async ({ tx, viewer, subject, address }): Promise<Sent | null> => {
    if (subject.state === 'void') throw new Refusal('conflict', NAME, [], 'batch-void');
    const { id, no, day, division } = subject;
    const layout = await readLayout(tx, no);
    const secret = bankFile({ no, day, layout, lines: await openedLines(tx, id) }, fingerprint);
    const fileHash = createHash('sha256').update(secret).digest('hex');
    const lines = await linesOf(tx, id);
    for (const { caseId, caseNo, division: at, cardId } of lines) {
      await audit(tx, viewer, { command: NAME, kind: 'relief', id: caseId, division: at, address, after: { what: 'card', row: cardId, caseNo, batch: no } });
    }
    if (subject.state !== 'made') {
      if (subject.fileHash !== fileHash) throw new Refusal('conflict', NAME, [], 'batch-file-other');
      return { id, no, division, state: subject.state, version: subject.version, fileHash, sentBy: subject.sentBy, secret };
    }
    const sent = await moveBatch(tx, subject, 'send', sql`, file_hash = ${fileHash}, sent_by = ${viewer.personId}, sent_at = county_now()`);
    if (!sent) return null;
    await keepLayout(tx, layout, no);
    for (const line of lines) await book(tx, { deed: 'send', key: `send:${line.id}`, amount: line.amount, madeBy: viewer.personId, lineId: line.id });
    return { id, no, division, state: sent.state, version: sent.version, fileHash, sentBy: sent.sentBy, secret };
  });
