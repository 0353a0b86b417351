import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { BatchState } from '@/domain/fund';
import type { Viewer } from '@/domain/viewer';

/** A batch with how far its results came. Money in fen. */
export interface BatchRow extends Record<string, unknown> {
  readonly id: number;
  readonly no: string;
  readonly state: BatchState;
  readonly lines: number;
  readonly total: number;
  readonly paid: number;
  readonly failed: number;
  readonly madeBy: string;
  readonly madeAt: number;
  /** Somebody entered that a payment of it came back, and nobody confirmed it yet. */
  readonly comesBack: boolean;
}

export const BATCHES_PAGE = 30;

/** How far the results of a batch `b` came. */
export const BATCH_RESULTS: SQL = sql`
        (select count(*)::int from relief_batch_lines l where l.batch_id = b.id and l.state = 'paid') as paid,
        (select count(*)::int from relief_batch_lines l where l.batch_id = b.id and l.state in ('failed', 'returned')) as failed,
        exists (select from relief_batch_lines l where l.batch_id = b.id and l.state = 'paid' and l.return_entered_by is not null) as "comesBack"`;

/** Batches, the latest first: one page, and how many there are. */
export async function listBatches(viewer: Viewer, page: number): Promise<{ rows: BatchRow[]; total: number }> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<BatchRow>(sql`
      select b.id, b.no, b.state, b.lines, b.total::float8 as total, p.name as "madeBy", (extract(epoch from b.made_at) * 1000)::float8 as "madeAt",
        ${BATCH_RESULTS}
      from relief_batches b join people p on p.id = b.made_by order by b.id desc limit ${BATCHES_PAGE} offset ${(page - 1) * BATCHES_PAGE}`);
    const { rows: [counted] } = await tx.execute<{ total: number }>(sql`select count(*)::int as total from relief_batches`);
    return { rows, total: counted?.total ?? 0 };
  });
}
