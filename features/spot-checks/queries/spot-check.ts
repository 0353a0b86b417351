import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { SpotResult } from '@/domain/spot-check';
import type { Viewer } from '@/domain/viewer';

export interface SpotCheck {
  /** The post of the squad it was drawn for. */
  readonly squad: number;
  readonly squadName: string;
  readonly result: SpotResult | null;
  readonly note: string | null;
  readonly checkedBy: string | null;
  readonly checkedAt: number | null;
}

export interface Finding {
  readonly id: number;
  readonly detail: string;
  readonly foundBy: string;
  readonly foundAt: number;
  readonly closedBy: string | null;
  readonly closedAt: number | null;
}

/** The spot checks a checklist was drawn for, and what they found; newest first. */
export async function readSpotChecks(viewer: Viewer, checklist: number): Promise<{ checks: SpotCheck[]; findings: Finding[] }> {
  return fenced(viewer, async (tx) => {
    const checks = await tx.execute<SpotCheck & Record<string, unknown>>(sql`
      select s.post_id as squad, o.name as "squadName", k.result, k.note, p.name as "checkedBy", (extract(epoch from k.checked_at) * 1000)::float8 as "checkedAt"
      from spot_checks k join spot_samples s on s.id = k.sample_id join posts o on o.id = s.post_id left join people p on p.id = k.checked_by
      where k.checklist_id = ${checklist} order by s.id desc`);
    const found = await tx.execute<Finding & Record<string, unknown>>(sql`
      select f.id, f.detail, p.name as "foundBy", (extract(epoch from f.found_at) * 1000)::float8 as "foundAt", c.name as "closedBy",
        (extract(epoch from f.closed_at) * 1000)::float8 as "closedAt"
      from findings f join people p on p.id = f.found_by left join people c on c.id = f.closed_by where f.checklist_id = ${checklist} order by f.id desc`);
    return { checks: checks.rows, findings: found.rows };
  });
}
