import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { KINSHIPS } from '@/domain/relief-input';
import type { Viewer } from '@/domain/viewer';

export interface KinshipRow extends Record<string, unknown> {
  id: number;
  relation: (typeof KINSHIPS)[number];
  name: string;
  idMask: string;
  at: number;
}

/** Whom the viewer declared to be, and to be related to. */
export async function myKinships(viewer: Viewer): Promise<KinshipRow[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<KinshipRow>(sql`
      select id, relation, name, id_mask as "idMask", (extract(epoch from at) * 1000)::float8 as at from kinships where person_id = ${viewer.personId} order by relation <> 'self', id`);
    return rows;
  });
}
