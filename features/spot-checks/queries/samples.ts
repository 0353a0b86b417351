import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import type { FilerKind } from '@/domain/checklist';
import type { Month } from '@/domain/month';
import type { SpotResult } from '@/domain/spot-check';
import type { Viewer } from '@/domain/viewer';

export interface DrawnChecklist {
  readonly checklistId: number;
  readonly no: number;
  readonly filer: string;
  readonly kind: FilerKind;
  readonly place: string;
  readonly result: SpotResult | null;
  readonly note: string | null;
  readonly checkedAt: number | null;
}

export interface Sample {
  readonly id: number;
  readonly postId: number;
  readonly squad: string;
  readonly seed: string;
  readonly population: number;
  readonly drawnBy: string;
  readonly drawnAt: number;
  readonly drawn: readonly DrawnChecklist[];
}

/** A month's samples of every squad, as far as they lie on the viewer's ground. */
export async function readSamples(viewer: Viewer, area: Area, month: Month): Promise<Sample[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Sample & Record<string, unknown>>(sql`
      select s.id, s.post_id as "postId", o.name as squad, s.seed, s.population, p.name as "drawnBy",
        (extract(epoch from s.drawn_at) * 1000)::float8 as "drawnAt", drawn.rows as drawn
      from spot_samples s join posts o on o.id = s.post_id join people p on p.id = s.drawn_by
      cross join lateral (
        select json_agg(json_build_object('checklistId', k.checklist_id, 'no', k.no, 'filer', f.name, 'kind', c.filer_kind, 'place', d.name,
          'result', k.result, 'note', k.note, 'checkedAt', extract(epoch from k.checked_at) * 1000) order by k.no) as rows
        from spot_checks k join checklists c on c.id = k.checklist_id join people f on f.id = c.person_id join divisions d on d.code = c.division
        where k.sample_id = s.id and ${inArea(sql`k.division`, area)}
      ) as drawn
      where s.month = ${month} and drawn.rows is not null order by o.id`);
    return rows;
  });
}
