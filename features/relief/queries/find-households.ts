import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { beginsWith } from '@/db/names';
import { inArea } from '@/db/scope';
import type { Viewer } from '@/domain/viewer';

export interface FoundHousehold extends Record<string, unknown> {
  id: number;
  no: string;
  headName: string;
  /** The member whose name was found, when it is not the head's. */
  found: string | null;
  villageName: string;
  people: number;
  exitedOn: string | null;
}

/** More than this are narrowed by typing more of the name. */
export const FOUND_MAX = 30;

/** Registered households of the viewer's ground by number, or by the beginning of the head's or a member's name. */
export async function findHouseholds(viewer: Viewer, asked: string): Promise<FoundHousehold[]> {
  const { area } = viewer.scope;
  if (!area || asked === '') return [];
  return fenced(viewer, async (tx) => {
    const here = inArea(sql`h.division`, area);
    const which = /^\d+$/.test(asked) ? sql`h.no = ${asked}` : sql`(${beginsWith(sql`h.head_name`, asked)} or exists (select from members m where m.household_id = h.id and ${beginsWith(sql`m.name`, asked)}))`;
    const found = /^\d+$/.test(asked) ? sql`null` : sql`case when ${beginsWith(sql`h.head_name`, asked)} then null else (select m.name from members m where m.household_id = h.id and ${beginsWith(sql`m.name`, asked)} limit 1) end`;
    const { rows } = await tx.execute<FoundHousehold>(sql`
      select h.id, h.no, h.head_name as "headName", ${found} as found, v.short_name as "villageName", (select count(*)::int from members m where m.household_id = h.id) as people, to_char(h.exited_on, 'YYYY-MM-DD') as "exitedOn"
      from households h join divisions v on v.code = h.division where ${here} and ${which} order by h.head_name, h.id limit ${FOUND_MAX}`);
    return rows;
  });
}
