import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { isFiled } from '@/db/filing-counts';
import type { ReadingKind } from '@/db/readings';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import type { ChecklistState, FilerKind } from '@/domain/checklist';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface MissingFiler {
  readonly id: number;
  readonly filer: string;
  readonly kind: FilerKind;
  readonly division: string;
  /** A sub-command's line; null for everybody else. */
  readonly line: string | null;
  readonly place: string;
  readonly post: string;
  readonly state: ChecklistState;
}

export const MISSING_PAGE = 50;

/** Who has not filed a month's checklist yet (or had not when it was locked), by place: one page, and how many in all. */
export async function missingFilers(viewer: Viewer, area: Area, month: Month, page: number, kind: FilerKind | null, reading: ReadingKind = 'true'): Promise<{ rows: MissingFiler[]; total: number }> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<MissingFiler & { total: number } & Record<string, unknown>>(sql`
      select c.id, p.name as filer, c.filer_kind as kind, c.division, c.line, d.name as place, post.name as post, c.state, c.total
      from (
        select *, (count(*) over ())::int as total from checklists c
        where month = ${month} and not ${isFiled(month, reading)} and ${inArea(sql`division`, area)} and ${kind ? sql`filer_kind = ${kind}` : sql`true`}
        order by division, id limit ${MISSING_PAGE} offset ${(page - 1) * MISSING_PAGE}
      ) as c
      join people p on p.id = c.person_id join divisions d on d.code = c.division join posts post on post.id = c.post_id
      order by c.division, c.id`);
    return { rows, total: rows[0]?.total ?? 0 };
  });
}
