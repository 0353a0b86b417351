import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import type { Viewer } from '@/domain/viewer';

export interface HandoverRow extends Record<string, unknown> {
  id: number;
  at: string;
  village: string;
  fromName: string | null;
  toName: string;
  given: boolean;
  taken: boolean;
}

/** The latest hand-overs of an area; for whoever only confirms, their own first. */
export async function listHandovers(viewer: Viewer, area: Area): Promise<HandoverRow[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<HandoverRow>(sql`
      select h.id, h.at, v.short_name as village, giver.name as "fromName", taker.name as "toName",
        h.given_at is not null or h.from_person_id is null as given, h.taken_at is not null as taken
      from handovers h join divisions v on v.code = h.division left join people giver on giver.id = h.from_person_id join people taker on taker.id = h.to_person_id
      where ${inArea(sql`h.division`, area)}
      order by (${viewer.personId} in (h.from_person_id, h.to_person_id) and (h.given_at is null or h.taken_at is null)) desc nulls last, h.at desc, h.id desc limit 20`);
    return rows;
  });
}
