import 'server-only';
import { sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import type { Duty } from '@/domain/command';
import type { Viewer } from '@/domain/viewer';

export interface Namesake extends Record<string, unknown> {
  id: number;
  name: string;
  department: string | null;
  title: string | null;
  phoneTail: string | null;
  /** What they serve today, and where. */
  posts: { name: string; duty: Duty }[];
}

export interface Entering {
  /** People of exactly this name, the last entered first. */
  namesakes: Namesake[];
  departments: { code: string; name: string }[];
}

/** What there is to look at before somebody of a name is put on record. */
export async function findNamesakes(viewer: Viewer, name: string): Promise<Entering> {
  return fenced(viewer, async (tx) => {
    const { rows: namesakes } = await tx.execute<Namesake>(sql`
      select n.id, n.name, d.name as department, n.title, n.phone_tail as "phoneTail",
        (select coalesce(json_agg(json_build_object('name', p.name, 'duty', a.duty) order by a.starts_on), '[]') from appointments a join posts p on p.id = a.post_id
          where a.person_id = n.id and ${standsOn(sql`a`, sql`day.today`)}) as posts
      from people n left join departments d on d.code = n.department, (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
      where n.name = ${name} order by n.id desc`);
    const { rows: departments } = await tx.execute<{ code: string; name: string }>(sql`select code, name from departments order by level, code`);
    return { namesakes, departments };
  });
}
