import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { ISSUERS, type LetterKind, PARTIES } from '@/domain/letter';
import type { Viewer } from '@/domain/viewer';
import { maySplit } from '../policy';

export interface Undrafted extends Record<string, unknown> {
  /** A post, and a person where the letter binds one: '12', '12.345'. */
  party: string;
  name: string;
}

/** Who has no letter of a kind in a year yet, of those the viewer issues it to; null where the viewer issues none of the kind. */
export async function undrafted(viewer: Viewer, year: number, kind: LetterKind): Promise<Undrafted[] | null> {
  const [issuer] = ISSUERS[kind];
  const own = viewer.appointments.filter(({ postId }) => maySplit(viewer, { issuer, postId }));
  if (own.length === 0) return null;
  const posts = own.map(({ postId }) => postId);
  const below: Record<typeof issuer, SQL> = {
    headquarters: sql`true`,
    township: sql`exists (select from posts f where f.id in ${posts} and f.division = left(t.division, 9))`,
    department: sql`exists (select from pairings g join posts f on f.department = g.department where f.id in ${posts} and g.division = t.division and g.ends_on is null)`,
  };
  const people = kind === 'cadre'
    ? sql`join appointments a on a.post_id = t.id and a.duty = 'cadre' and a.ends_on is null join people n on n.id = a.person_id`
    : sql`left join people n on false`;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Undrafted>(sql`
      select concat_ws('.', t.id, n.id) as party, concat_ws(' ', t.name, n.name) as name from posts t ${people}
      where t.kind = ${PARTIES[kind].post} and t.abolished_on is null and ${below[issuer]}
        and not exists (select from letters l where l.year = ${year} and l.kind = ${kind} and l.to_post_id = t.id and l.to_person_id is not distinct from n.id)
      order by t.division, t.no, t.id, n.id limit 400`);
    return rows;
  });
}
