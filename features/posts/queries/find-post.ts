import 'server-only';
import { sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import { areaOf, contains, covers } from '@/domain/area';
import type { Duty, PostKind } from '@/domain/command';
import { opensZone, type Viewer } from '@/domain/viewer';

export interface PostFacts extends Record<string, unknown> {
  id: number;
  kind: PostKind;
  name: string;
  division: string;
  place: string;
  line: string | null;
  lineEn: string | null;
  zoneNo: number | null;
  zone: string | null;
  establishedOn: string;
  abolishedOn: string | null;
  parent: { id: number; name: string } | null;
  today: string;
}

export interface AppointmentRow extends Record<string, unknown> {
  id: number;
  personId: number;
  name: string;
  duty: Duty;
  department: string | null;
  phoneTail: string | null;
  startsOn: string;
  endsOn: string | null;
  reason: string | null;
}

export interface Post {
  facts: PostFacts;
  /** Everybody who serves or served there, newest first; cadres of households are counted, not named. */
  appointments: AppointmentRow[];
  /** Cadres of households who hang on this post today. */
  cadres: number;
  children: { id: number; name: string }[];
  /** Whether the pages of its place and of its zone are the viewer's to open. */
  opens: { place: boolean; zone: boolean };
}

/** A post with its people now and before. Null when it does not exist or belongs to a place that the viewer neither looks after nor answers to. */
export async function findPost(viewer: Viewer, id: number): Promise<Post | null> {
  return fenced(viewer, async (tx) => {
    const found = await tx.execute<PostFacts>(sql`
      select p.id, p.kind, p.name, p.division, d.name as place, l.name as line, l.name_en as "lineEn", p.zone_no as "zoneNo", z.name as zone,
        p.established_on as "establishedOn", p.abolished_on as "abolishedOn",
        (select json_build_object('id', u.id, 'name', u.name) from posts u where u.id = p.parent_id) as parent,
        to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today
      from posts p join divisions d on d.code = p.division left join lines l on l.code = p.line left join zones z on z.no = p.zone_no
      where p.id = ${id}`);
    const [facts] = found.rows;
    const { area } = viewer.scope;
    if (!facts || !area || (facts.division.length > 6 && !contains(area, facts.division) && !covers(areaOf(facts.division), area))) return null;
    const appointments = await tx.execute<AppointmentRow>(sql`
      select a.id, a.person_id as "personId", n.name, a.duty, d.name as department, n.phone_tail as "phoneTail", a.starts_on as "startsOn", a.ends_on as "endsOn", a.reason
      from appointments a join people n on n.id = a.person_id left join departments d on d.code = n.department
      where a.post_id = ${id} and a.duty <> 'cadre' order by a.starts_on desc, a.id desc`);
    const cadres = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from appointments where post_id = ${id} and duty = 'cadre'
        and ${standsOn(sql`appointments`, sql`${facts.today}::date`)}`);
    const children = await tx.execute<{ id: number; name: string; division: string }>(sql`
      select id, name, division from posts where parent_id = ${id} order by division, no nulls last, id limit 200`);
    return {
      facts, appointments: appointments.rows, cadres: cadres.rows[0]?.count ?? 0,
      opens: { place: contains(area, facts.division), zone: opensZone(viewer, facts.zoneNo) },
      children: children.rows.filter(({ division }) => division.length === 6 || contains(area, division)),
    };
  });
}
