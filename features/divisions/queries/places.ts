import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Viewer } from '@/domain/viewer';

export interface Place extends Record<string, unknown> {
  code: string;
  name: string;
  level: 'township' | 'village';
}

export interface Places {
  townships: Place[];
  /** The villages of the township in question; none while the whole county is. */
  villages: Place[];
  zones: { no: number; name: string }[];
}

/** What the viewer may choose in a filter: townships, the villages of the chosen one, and zones where there is more than one township. */
export async function choosablePlaces(viewer: Viewer, division: string | null): Promise<Places> {
  const { area } = viewer.scope;
  if (!area) return { townships: [], villages: [], zones: [] };
  const within = division ?? viewer.home;
  const township = within.length >= 9 ? within.slice(0, 9) : null;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Place>(sql`
      select code, name, level from divisions where level = 'township' and ${inArea(sql`code`, area)}
      union all select code, name, level from divisions where level = 'village' and parent = ${township} and ${inArea(sql`code`, area)}
      order by code`);
    const townships = rows.filter((row) => row.level === 'township');
    const villages = rows.filter((row) => row.level === 'village');
    if (townships.length < 2) return { townships, villages, zones: [] };
    const zones = await tx.execute<{ no: number; name: string }>(sql`
      select z.no, z.name from zones z
      where exists (select from divisions d where d.level = 'township' and d.zone_no = z.no and ${inArea(sql`d.code`, area)}) order by z.no`);
    return { townships, villages, zones: zones.rows };
  });
}
