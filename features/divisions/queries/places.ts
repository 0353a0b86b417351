import 'server-only';
import { sql } from 'drizzle-orm';
import { cache } from 'react';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Viewer } from '@/domain/viewer';

export interface Place {
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

/** What the viewer may choose in a filter: townships, the villages of the chosen one, and zones where there is more than one township. Once a request. */
export const choosablePlaces = cache(async (viewer: Viewer, division: string | null): Promise<Places> => {
  const { area } = viewer.scope;
  if (!area) return { townships: [], villages: [], zones: [] };
  const within = division ?? viewer.home;
  const township = within.length >= 9 ? within.slice(0, 9) : null;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<{ code: string; name: string; level: Place['level'] | 'zone' }>(sql`
      select code, name, level from divisions where level = 'township' and ${inArea(sql`code`, area)}
      union all select code, name, level from divisions where level = 'village' and parent = ${township} and ${inArea(sql`code`, area)}
      union all select z.no::text, z.name, 'zone' from zones z
        where exists (select from divisions d where d.level = 'township' and d.zone_no = z.no and ${inArea(sql`d.code`, area)})
      order by code`);
    const of = <Level extends Place['level']>(level: Level) => rows.flatMap((row) => (row.level === level ? [{ ...row, level }] : []));
    const townships = of('township');
    const zones = townships.length < 2 ? [] : rows.flatMap(({ level, code, name }) => (level === 'zone' ? [{ no: Number(code), name }] : []));
    return { townships, villages: of('village'), zones: zones.sort((a, b) => a.no - b.no) };
  });
});
