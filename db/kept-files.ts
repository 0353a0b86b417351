import { eq } from 'drizzle-orm';
import type { Tx } from './fence';
import type { evidenceFiles } from './schema/checklists';
import type { reliefEvidence } from './schema/relief';

export interface KeptFile {
  readonly name: string;
  readonly type: 'image/jpeg' | 'application/pdf';
  readonly content: Buffer;
}

/** A file's bytes, inside the fence of the transaction. Null outside it. */
export async function keptFile(tx: Tx, table: typeof evidenceFiles | typeof reliefEvidence, id: number): Promise<KeptFile | null> {
  const [row] = await tx.select({ name: table.name, type: table.type, content: table.content }).from(table).where(eq(table.id, id));
  return row ?? null;
}
