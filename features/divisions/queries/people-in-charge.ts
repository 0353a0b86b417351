import 'server-only';
import { sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import type { Duty, PostKind } from '@/domain/command';
import type { Viewer } from '@/domain/viewer';

export interface InCharge extends Record<string, unknown> {
  /** territory: by the place itself; zone: by the battle zone that cuts across. */
  side: 'territory' | 'zone';
  duty: Duty;
  postId: number;
  postKind: PostKind;
  post: string;
  /** Null where the post is vacant. */
  person: string | null;
  title: string | null;
  since: string | null;
}

export interface Paired extends Record<string, unknown> {
  kind: 'leader' | 'department';
  name: string;
  since: string;
}

const DUTIES = {
  county: ['county-leader', 'sub-commander'],
  township: ['township-secretary'],
  village: ['first-secretary', 'team-leader', 'technician'],
  zone: [],
} as const satisfies Record<string, readonly Duty[]>;

export interface PlaceAsked {
  level: keyof typeof DUTIES;
  /** The division's code; null for a zone. */
  code: string | null;
  zone: number | null;
  /** The day people were in office, `YYYY-MM-DD`. */
  day: string;
}

/** Who answers for a place on a day, on both lines of command, the county by all its zones; a team or zone post that nobody holds is named as vacant. */
export async function peopleInCharge(viewer: Viewer, { level, code, zone, day }: PlaceAsked): Promise<InCharge[]> {
  const duties = [...DUTIES[level]];
  const across = level === 'county' ? sql`duty.duty = 'zone-commander'` : sql`duty.duty in ('zone-commander', 'squad-leader') and post.zone_no = ${zone}::int`;
  const own = duties.length === 0 ? sql`false` : sql`post.division = ${code} and duty.duty in ${duties}`;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<InCharge>(sql`
      select case when duty.duty in ('zone-commander', 'squad-leader') then 'zone' else 'territory' end as side, duty.duty,
        post.id as "postId", post.kind as "postKind", post.name as post, people.name as person, people.title, to_char(a.starts_on, 'YYYY-MM-DD') as since
      from (values ('headquarters', 'county-leader', 1), ('sub-command', 'sub-commander', 2), ('township-command', 'township-secretary', 3),
        ('team', 'first-secretary', 4), ('team', 'team-leader', 5), ('team', 'technician', 6), ('zone-command', 'zone-commander', 7), ('squad', 'squad-leader', 8)) as duty (kind, duty, no)
      join posts post on post.kind = duty.kind and post.established_on <= ${day} and (post.abolished_on is null or post.abolished_on > ${day})
      left join appointments a on a.post_id = post.id and a.duty = duty.duty and ${standsOn(sql`a`, sql`${day}`)}
      left join people on people.id = a.person_id
      where (${own}) or (${across})
      order by duty.no, post.no, post.id, a.starts_on, a.id limit 80`);
    return rows;
  });
}

/** The county leaders linked to a township, the departments linked to a village, and for a village its township's leader too. */
export async function pairedWith(viewer: Viewer, code: string, day: string): Promise<Paired[]> {
  const places = code.length === 12 ? [code, code.slice(0, 9)] : [code];
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Paired>(sql`
      select case when p.person_id is null then 'department' else 'leader' end as kind,
        coalesce((select n.name from people n where n.id = p.person_id), (select d.name from departments d where d.code = p.department)) as name,
        to_char(p.starts_on, 'YYYY-MM-DD') as since
      from pairings p where p.division in ${places} and ${standsOn(sql`p`, sql`${day}`)} order by kind desc, p.id`);
    return rows;
  });
}
