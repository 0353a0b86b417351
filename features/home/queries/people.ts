import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced, type Tx } from '@/db/fence';
import type { Duty } from '@/domain/command';
import type { Viewer } from '@/domain/viewer';

export interface Colleague extends Record<string, unknown> {
  postId: number;
  post: string;
  person: string;
  duty: Duty;
}

export interface OwnPeople {
  /** Whom the viewer answers to: who leads the post above, and who leads the viewer's own team. */
  above: Colleague[];
  /** Who answers to the viewer, the first few; `below` counts all. */
  below: Colleague[];
  belowCount: number;
}

const LEADING = sql`('county-leader', 'office-reviewer', 'zone-commander', 'sub-commander', 'township-secretary', 'first-secretary', 'team-leader', 'squad-leader', 'inspector')`;
const FOLLOWING = sql`('team-member', 'technician', 'cadre')`;
const LISTED = 12;
const LISTED_ABOVE = 4;

/** The line of command one step up and one step down, by today's appointments. */
export async function readOwnPeople(viewer: Viewer): Promise<OwnPeople> {
  const mine = [...new Set(viewer.appointments.map(({ postId }) => postId))];
  if (mine.length === 0 || !viewer.scope.area) return { above: [], below: [], belowCount: 0 };
  const leads = viewer.roles.some((role) => role === 'first-secretary' || role === 'team-leader');
  const follows = viewer.roles.some((role) => role === 'team-member' || role === 'technician' || role === 'cadre');
  const ids = sql`(${sql.join(mine.map((id) => sql`${id}::int`), sql`, `)})`;
  return fenced(viewer, async (tx) => {
    const own = sql`o.id in ${ids}`;
    const above = await holders(tx, viewer, sql`(o.id in (select parent_id from posts where id in ${ids}) and a.duty in ${LEADING}) ${follows ? sql`or (${own} and a.duty in ('first-secretary', 'team-leader'))` : sql``}`);
    const below = await holders(tx, viewer, sql`(o.parent_id in ${ids} and a.duty in ${LEADING}) ${leads ? sql`or (${own} and a.duty in ${FOLLOWING})` : sql``}`);
    return { above: above.slice(0, LISTED_ABOVE), below, belowCount: below[0]?.all ?? 0 };
  });
}

async function holders(tx: Tx, viewer: Viewer, where: SQL): Promise<(Colleague & { all: number })[]> {
  const { rows } = await tx.execute<Colleague & { all: number }>(sql`
    select o.id as "postId", o.name as post, p.name as person, a.duty, (count(*) over ())::int as all
    from posts o join appointments a on a.post_id = o.id join people p on p.id = a.person_id,
      (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
    where (${where}) and p.id <> ${viewer.personId} and ${standsOn(sql`a`, sql`day.today`)}
    order by o.division, o.no nulls last, a.id limit ${LISTED}`);
  return rows;
}
