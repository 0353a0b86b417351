import 'server-only';
import { sql } from 'drizzle-orm';
import { type AppointmentRow, appointmentById, latestTerm, type PostRow } from '@/db/appointments';
import { readClock } from '@/db/clock';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import type { Duty } from '@/domain/command';
import { dutiesAt } from '@/domain/post';
import type { Viewer } from '@/domain/viewer';
import { mayAppoint } from '../policy';

export interface ChosenPerson extends Record<string, unknown> {
  id: number;
  name: string;
  department: string | null;
  title: string | null;
  usernames: string[];
  /** What they serve today, elsewhere too: a further post makes it a double one. */
  posts: { name: string; duty: Duty }[];
}

export interface Choice {
  today: string;
  post: PostRow | null;
  /** What the viewer may appoint to at the post. */
  duties: Duty[];
  /** The appointment that is to be replaced. */
  replaced: AppointmentRow | null;
  person: ChosenPerson | null;
  /** The last appointment to the post so far. */
  latest: number;
}

/** What is known of an appointment that is being made: the post, whom it replaces, the person. What the viewer may not appoint to is not there. */
export async function readChoice(viewer: Viewer, asked: { post: number | null; replaces: number | null; person: number | null }): Promise<Choice> {
  return fenced(viewer, async (tx) => {
    const { today } = await readClock(tx);
    const term = asked.replaces === null ? null : await appointmentById(tx, asked.replaces);
    const replaced = term && mayAppoint(viewer, term, term.personId) ? term : null;
    const posts = await tx.execute<PostRow>(sql`
      select id, kind, name, division, to_char(established_on, 'YYYY-MM-DD') as "establishedOn", to_char(abolished_on, 'YYYY-MM-DD') as "abolishedOn"
      from posts where id = ${replaced?.postId ?? asked.post}::int`);
    const post = posts.rows[0] ?? null;
    const duties = post ? dutiesAt(post.kind).filter((duty) => mayAppoint(viewer, { duty, division: post.division })) : [];
    const people = await tx.execute<ChosenPerson>(sql`
      select n.id, n.name, d.name as department, n.title, coalesce((select array_agg(username order by username) from accounts where person_id = n.id), '{}') as usernames,
        (select coalesce(json_agg(json_build_object('name', p.name, 'duty', a.duty) order by a.starts_on), '[]') from appointments a join posts p on p.id = a.post_id
          where a.person_id = n.id and ${standsOn(sql`a`, sql`${today}::date`)}) as posts
      from people n left join departments d on d.code = n.department where n.id = ${asked.person}::int`);
    return { today, post: duties.length > 0 ? post : null, duties, replaced, person: people.rows[0] ?? null, latest: post ? await latestTerm(tx, post.id) : 0 };
  });
}
