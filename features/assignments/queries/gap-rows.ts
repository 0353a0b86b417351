import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import { type Gap, HOUSEHOLDS_PER_CADRE } from '@/domain/assignment';
import type { Viewer } from '@/domain/viewer';

export const GAP_ROWS = 100;

/** The county's day, as a table `day` of one row. */
export const DAY: SQL = sql`(select (county_now() at time zone 'Asia/Shanghai')::date as today) as day`;
/** Whether appointment `s` is in force on `day`. */
export const SERVING: SQL = sql`s.starts_on <= day.today and (s.ends_on is null or s.ends_on > day.today)`;

export interface GapRow extends Record<string, unknown> {
  key: string;
  /** The household's head, the person or the village. */
  name: string;
  place: string;
  householdId: number | null;
  personId: number | null;
  postId: number | null;
  /** Households of a person, or posts. */
  count: number | null;
  since: string | null;
  /** Names of the posts of somebody at two. */
  posts: string[] | null;
}

const ROW = { household: sql`null::int`, person: sql`null::int`, post: sql`null::int`, count: sql`null::int`, since: sql`null::date`, posts: sql`null::json` };

type Part = keyof typeof ROW;
const columns = (key: SQL, name: SQL, place: SQL, own: Partial<Record<Part, SQL>>): SQL => {
  const of = (part: Part) => own[part] ?? ROW[part];
  return sql`${key}::text as key, ${name} as name, ${place} as place, ${of('household')} as "householdId", ${of('person')} as "personId",
    ${of('post')} as "postId", ${of('count')} as count, ${of('since')} as since, ${of('posts')} as posts`;
};
const placeName = (code: SQL): SQL => sql`(select case d.level when 'village' then t.short_name || ' ' || d.name else d.name end
  from divisions d left join divisions t on t.code = d.parent where d.code = ${code})`;

/** The rows of a gap in an area today, by place; at most a hundred, `more` when there are further ones. */
export async function gapRows(viewer: Viewer, area: Area, gap: Gap): Promise<{ rows: GapRow[]; more: boolean }> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<GapRow>(sql`${GAP_QUERIES[gap](area)} limit ${GAP_ROWS + 1}`);
    return { rows: rows.slice(0, GAP_ROWS), more: rows.length > GAP_ROWS };
  });
}

/** Villages the measurements know to have fewer assigned than registered are looked into, no other. */
const withoutCadre = (area: Area): SQL => sql`
  select ${columns(sql`h.id`, sql`h.head_name`, placeName(sql`h.division`), { household: sql`h.id` })}
  from households h
  where ${inArea(sql`h.division`, area)} and h.division in (
      select m.division from measurements m
      where m.indicator in ('poverty.registered_households', 'support.assigned_households') and ${inArea(sql`m.division`, area)}
      group by m.division having sum(case when m.indicator = 'support.assigned_households' then -m.change else m.change end) > 0)
    and not exists (select from assignments a where a.household_id = h.id and a.ends_on is null)
  order by h.division, h.id`;

/** Responsible on paper, but no longer a cadre: whoever left and handed nothing over. */
const cadreLeft = (area: Area): SQL => sql`
  select ${columns(sql`gone.person_id`, sql`n.name`, placeName(sql`gone.division`), { person: sql`gone.person_id`, count: sql`held.count`, since: sql`gone.ended` })}
  from (
    select s.person_id, min(s.division) as division, max(s.ends_on) as ended from appointments s, ${DAY}
    where s.duty = 'cadre' and s.ends_on <= day.today and ${inArea(sql`s.division`, area)}
      and not exists (select from appointments o where o.person_id = s.person_id and o.duty = 'cadre' and o.starts_on <= day.today and (o.ends_on is null or o.ends_on > day.today))
    group by s.person_id
  ) as gone
  join people n on n.id = gone.person_id
  cross join lateral (select count(*)::int as count from assignments a where a.person_id = gone.person_id and a.ends_on is null) as held
  where held.count > 0 order by gone.division, gone.person_id`;

const withoutDuty = (duty: 'first-secretary' | 'technician') => (area: Area): SQL => sql`
  select ${columns(sql`p.division`, placeName(sql`p.division`), sql`(select t.name from divisions t where t.code = left(p.division, 9))`, { post: sql`p.id` })}
  from posts p, ${DAY}
  where p.kind = 'team' and p.abolished_on is null and ${inArea(sql`p.division`, area)}
    and not exists (select from appointments s where s.post_id = p.id and s.duty = ${duty} and ${SERVING})
  order by p.division`;

const overloaded = (area: Area): SQL => sql`
  select ${columns(sql`load.person_id`, sql`n.name`, placeName(sql`load.division`), { person: sql`load.person_id`, count: sql`load.count` })}
  from (
    select a.person_id, min(a.division) as division, count(*)::int as count from assignments a
    where a.ends_on is null and ${inArea(sql`a.division`, area)} group by a.person_id having count(*) > ${HOUSEHOLDS_PER_CADRE}
  ) as load join people n on n.id = load.person_id order by load.count desc, load.division, load.person_id`;

/** Two posts at once; several duties at one post are one. Whoever has a post in the area counts, with the county's posts beside. */
const doublePost = (area: Area): SQL => sql`
  select ${columns(sql`two.person_id`, sql`n.name`, placeName(sql`two.division`), { person: sql`two.person_id`, count: sql`two.count`, posts: sql`two.posts` })}
  from (
    select s.person_id, max(s.division) as division, count(distinct s.post_id)::int as count, json_agg(distinct p.name) as posts
    from appointments s join posts p on p.id = s.post_id, ${DAY}
    where ${SERVING} and (length(p.division) = 6 or (${inArea(sql`p.division`, area)}))
    group by s.person_id having count(distinct s.post_id) > 1 and bool_or(${inArea(sql`s.division`, area)})
  ) as two join people n on n.id = two.person_id order by two.division, two.person_id`;

const GAP_QUERIES: Record<Gap, (area: Area) => SQL> = {
  'no-cadre': withoutCadre,
  'cadre-left': cadreLeft,
  'no-first-secretary': withoutDuty('first-secretary'),
  'no-technician': withoutDuty('technician'),
  overloaded,
  'double-post': doublePost,
};
