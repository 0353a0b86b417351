import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { ChecklistState, FilerKind } from '@/domain/checklist';
import type { ExceptionCause } from '@/domain/exception';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

export interface ExceptionRow {
  readonly id: number;
  readonly checklistId: number;
  readonly month: Month;
  readonly filer: string;
  readonly kind: FilerKind;
  readonly place: string;
  readonly reason: string;
  readonly cause: ExceptionCause;
  readonly granter: string;
  /** Epoch milliseconds; `expiresAt` is the first instant locked again. */
  readonly grantedAt: number;
  readonly expiresAt: number;
  readonly running: boolean;
  readonly state: ChecklistState;
}

export const EXCEPTIONS_PAGE = 50;

/** The exceptions of the viewer's ground, those that run first, then the latest: one page, and how many in all. */
export async function listExceptions(viewer: Viewer, page: number): Promise<{ rows: ExceptionRow[]; total: number }> {
  const { area } = viewer.scope;
  if (!area) return { rows: [], total: 0 };
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<ExceptionRow & { total: number } & Record<string, unknown>>(sql`
      select x.id, x.checklist_id as "checklistId", c.month, f.name as filer, c.filer_kind as kind, d.name as place, x.reason, x.cause, g.name as granter,
        (extract(epoch from x.granted_at) * 1000)::float8 as "grantedAt", (extract(epoch from x.expires_at) * 1000)::float8 as "expiresAt",
        x.expires_at > clock.at as running, c.state, (count(*) over ())::int as total
      from filing_exceptions x join checklists c on c.id = x.checklist_id join people f on f.id = x.person_id join people g on g.id = x.granted_by
      join divisions d on d.code = x.division, (select county_now() as at) as clock
      where ${inArea(sql`x.division`, area)}
      order by x.expires_at > clock.at desc, x.id desc limit ${EXCEPTIONS_PAGE} offset ${(page - 1) * EXCEPTIONS_PAGE}`);
    return { rows, total: rows[0]?.total ?? 0 };
  });
}
