import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import type { BurdenPart } from '@/domain/filing-burden';
import { addMonths, type Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

const MONTHS = 12;

/** The months a burden is looked at over, up to this one. */
export const burdenSince = (month: Month): Month => addMonths(month, 1 - MONTHS);

/** What filing took in the twelve months up to this one, by kind of filer: from the counts a submission leaves on its checklist. */
export async function filingBurden(viewer: Viewer, area: Area, month: Month): Promise<BurdenPart[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<BurdenPart & Record<string, unknown>>(sql`
      select c.filer_kind as kind, c.month, count(*)::int as filed, sum(c.shown)::int as shown, sum(c.prefilled)::int as prefilled, sum(c.typed)::int as typed
      from checklists c where c.month between ${burdenSince(month)} and ${month} and c.shown is not null and ${inArea(sql`c.division`, area)}
      group by 1, 2 order by 2, 1`);
    return rows;
  });
}
