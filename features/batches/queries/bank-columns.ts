import 'server-only';
import { fenced } from '@/db/fence';
import { readLayout } from '@/db/relief-batches';
import type { BankLayout } from '@/domain/bank-file';
import type { Viewer } from '@/domain/viewer';

/** How the next bank file is laid out. */
export async function bankColumns(viewer: Viewer): Promise<BankLayout> {
  return fenced(viewer, (tx) => readLayout(tx));
}
