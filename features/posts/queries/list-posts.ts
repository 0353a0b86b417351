import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced, type Tx } from '@/db/fence';
import { inArea } from '@/db/scope';
import type { Area } from '@/domain/area';
import type { Duty, PostKind } from '@/domain/command';
import { LOCAL_KINDS, vacancies } from '@/domain/post';
import type { Viewer } from '@/domain/viewer';

export const POSTS_PER_PAGE = 50;

export interface Holder {
  name: string;
  duty: Duty;
}

export interface PostRow extends Record<string, unknown> {
  id: number;
  kind: PostKind;
  no: number | null;
  name: string;
  division: string;
  place: string;
  zoneNo: number | null;
  line: string | null;
  parentId: number | null;
  /** Who serves today, cadres of households aside: there are too many to name. */
  holders: Holder[];
  vacant: Duty[];
}

/** The chain of command of an area today: every kind but those of which each village has one. */
export async function commandChain(viewer: Viewer, area: Area): Promise<PostRow[]> {
  return fenced(viewer, (tx) => postsOf(tx, sql`p.kind not in ${[...LOCAL_KINDS]} and ${visible(area)}`));
}

/** The posts of one kind in an area, 50 to a page from 1; only those that lack somebody when asked. */
export async function postsOfKind(viewer: Viewer, area: Area, kind: PostKind, onlyVacant: boolean, page: number): Promise<{ rows: PostRow[]; total: number }> {
  return fenced(viewer, async (tx) => {
    const all = await postsOf(tx, sql`p.kind = ${kind} and ${visible(area)}`);
    const asked = onlyVacant ? all.filter((post) => post.vacant.length > 0) : all;
    return { rows: asked.slice((page - 1) * POSTS_PER_PAGE, page * POSTS_PER_PAGE), total: asked.length };
  });
}

export interface KindCount {
  kind: PostKind;
  posts: number;
  /** How many of them lack somebody. */
  vacant: number;
}

/** How many posts of each kind an area has today, and how many lack somebody. */
export async function countPosts(viewer: Viewer, area: Area): Promise<KindCount[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<{ kind: PostKind; posts: number; duties: Duty[] }>(sql`
      select kind, count(*)::int as posts, duties from (
        select p.kind, (select coalesce(json_agg(distinct a.duty order by a.duty), '[]')::jsonb from appointments a
          where a.post_id = p.id and a.duty <> 'cadre' and ${serving}) as duties
        from posts p, ${day} where ${standing} and ${visible(area)}
      ) as post group by kind, duties`);
    const kinds = new Map<PostKind, KindCount>();
    for (const { kind, posts, duties } of rows) {
      const count = kinds.get(kind) ?? { kind, posts: 0, vacant: 0 };
      count.posts += posts;
      if (vacancies(kind, duties).length > 0) count.vacant += posts;
      kinds.set(kind, count);
    }
    return [...kinds.values()];
  });
}

const day = sql`(select (county_now() at time zone 'Asia/Shanghai')::date as today) as day`;
const serving = standsOn(sql`a`, sql`day.today`);
const standing = sql`p.established_on <= day.today and (p.abolished_on is null or p.abolished_on > day.today)`;

/** The county's own posts are everybody's to know; those of a place, to who looks after it. Posts are no secret and have no row fence. */
const visible = (area: Area): SQL => sql`(length(p.division) = 6 or (${inArea(sql`p.division`, area)}))`;

async function postsOf(tx: Tx, where: SQL): Promise<PostRow[]> {
  const { rows } = await tx.execute<PostRow>(sql`
    select p.id, p.kind, p.no, p.name, p.division, d.short_name as place, p.zone_no as "zoneNo", p.line, p.parent_id as "parentId",
      (select coalesce(json_agg(json_build_object('name', n.name, 'duty', a.duty) order by a.starts_on, a.id), '[]')
        from appointments a join people n on n.id = a.person_id where a.post_id = p.id and a.duty <> 'cadre' and ${serving}) as holders
    from posts p join divisions d on d.code = p.division, ${day}
    where ${standing} and ${where} order by p.division, p.no nulls last, p.id`);
  return rows.map((row) => ({ ...row, vacant: vacancies(row.kind, row.holders.map((holder) => holder.duty)) }));
}
