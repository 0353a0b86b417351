import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { beginsWith } from '@/db/names';
import { inArea } from '@/db/scope';
import type { Duty } from '@/domain/command';
import type { Viewer } from '@/domain/viewer';

export const PEOPLE_SHOWN = 50;

export interface PersonRow extends Record<string, unknown> {
  id: number;
  name: string;
  duty: Duty;
  postId: number;
  post: string;
  department: string | null;
  startsOn: string;
  endsOn: string | null;
}

/** Appointments, today's first, of people whose name begins so, at posts the viewer may see; `more` when there are further ones. */
export async function findPeople(viewer: Viewer, name: string): Promise<{ rows: PersonRow[]; more: boolean }> {
  const { area } = viewer.scope;
  if (!area) return { rows: [], more: false };
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<PersonRow>(sql`
      select a.id, n.name, a.duty, p.id as "postId", p.name as post, d.name as department, a.starts_on as "startsOn", a.ends_on as "endsOn"
      from people n join appointments a on a.person_id = n.id join posts p on p.id = a.post_id left join departments d on d.code = n.department
      where ${beginsWith(sql`n.name`, name)} and (length(p.division) = 6 or (${inArea(sql`p.division`, area)}))
      order by a.ends_on is not null, n.name, a.starts_on desc, a.id limit ${PEOPLE_SHOWN + 1}`);
    return { rows: rows.slice(0, PEOPLE_SHOWN), more: rows.length > PEOPLE_SHOWN };
  });
}
