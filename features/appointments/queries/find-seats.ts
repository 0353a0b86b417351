import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { beginsWith } from '@/db/names';
import type { Duty, PostKind } from '@/domain/command';
import { dutiesAt } from '@/domain/post';
import type { Viewer } from '@/domain/viewer';
import { mayAppoint } from '../policy';

export const SEATS_SHOWN = 50;

export interface SeatRow extends Record<string, unknown> {
  id: number;
  kind: PostKind;
  name: string;
  division: string;
  place: string;
  /** What the viewer may appoint to there. */
  duties: Duty[];
}

/** Posts whose name, or whose place's name, begins so and to which the viewer may appoint somebody; without a name the county's own. */
export async function findSeats(viewer: Viewer, name: string): Promise<SeatRow[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<SeatRow>(sql`
      select p.id, p.kind, p.name, p.division, d.name as place from posts p join divisions d on d.code = p.division, (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
      where (p.abolished_on is null or p.abolished_on > day.today) and ${name === '' ? sql`d.level = 'county'` : sql`((${beginsWith(sql`p.name`, name)}) or (${beginsWith(sql`d.name`, name)}) or (${beginsWith(sql`d.short_name`, name)}))`}
      order by p.division, p.no nulls last, p.id limit 400`);
    return rows
      .map((row) => ({ ...row, duties: dutiesAt(row.kind).filter((duty) => mayAppoint(viewer, { duty, division: row.division })) }))
      .filter(({ duties }) => duties.length > 0).slice(0, SEATS_SHOWN);
  });
}
