import 'server-only';
import { sql } from 'drizzle-orm';
import { standsOn } from '@/db/dated';
import { fenced } from '@/db/fence';
import { beginsWith } from '@/db/names';
import type { Duty } from '@/domain/command';
import type { Viewer } from '@/domain/viewer';

export const PEOPLE_SHOWN = 50;
const NAME_LENGTH = 64;

export interface PersonRow extends Record<string, unknown> {
  id: number;
  name: string;
  department: string | null;
  title: string | null;
  usernames: string[];
  disabled: boolean;
  duties: Duty[];
}

/** People whose name, or whose sign-in name, begins with the text; none for an empty one: there are thousands. */
export async function searchPeople(viewer: Viewer, text: string): Promise<{ rows: PersonRow[]; more: boolean }> {
  const begin = text.normalize('NFKC').trim().slice(0, NAME_LENGTH);
  if (begin === '') return { rows: [], more: false };
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<PersonRow>(sql`
      with found as (
        select id from people where ${beginsWith(sql`name`, begin)}
        union select person_id from accounts where starts_with(username, ${begin})
        limit ${PEOPLE_SHOWN + 1}
      ), day as (select (county_now() at time zone 'Asia/Shanghai')::date as today)
      select p.id, p.name, d.name as department, p.title,
        coalesce((select array_agg(username order by username) from accounts where person_id = p.id), '{}') as usernames,
        exists (select from accounts where person_id = p.id and disabled_at is not null) as disabled,
        coalesce((select array_agg(distinct duty) from appointments, day where person_id = p.id and ${standsOn(sql`appointments`, sql`today`)}), '{}') as duties
      from found join people p using (id) left join departments d on d.code = p.department order by p.name, p.id`);
    return { rows: rows.slice(0, PEOPLE_SHOWN), more: rows.length > PEOPLE_SHOWN };
  });
}

export interface PersonFile extends Record<string, unknown> {
  id: number;
  name: string;
  department: string | null;
  title: string | null;
  today: string;
  appointments: { id: number; duty: Duty; postId: number; post: string; division: string; place: string; startsOn: string; endsOn: string | null }[];
  accounts: { id: number; username: string; demo: boolean; disabledAt: string | null; sessions: number; lastSeen: string | null }[];
}

/** A person with all appointments, today's first, and the accounts with their living sessions. Null when there is none. */
export async function personFile(viewer: Viewer, id: number): Promise<PersonFile | null> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<PersonFile>(sql`
      select p.id, p.name, d.name as department, p.title, to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today,
        coalesce((select json_agg(x) from (
          select a.id, a.duty, a.post_id as "postId", posts.name as post, a.division, v.name as place, a.starts_on as "startsOn", a.ends_on as "endsOn"
          from appointments a join posts on posts.id = a.post_id left join divisions v on v.code = a.division
          where a.person_id = p.id order by a.ends_on desc nulls first, a.starts_on desc, a.id) as x), '[]') as appointments,
        coalesce((select json_agg(x) from (
          select accounts.id, username, demo, disabled_at as "disabledAt",
            (select count(*) from sessions where account_id = accounts.id and revoked_at is null
              and seen_at > now() - interval '30 minutes' and created_at > now() - interval '8 hours') as sessions,
            (select max(seen_at) from sessions where account_id = accounts.id) as "lastSeen"
          from accounts where person_id = p.id order by username) as x), '[]') as accounts
      from people p left join departments d on d.code = p.department where p.id = ${id}`);
    return rows[0] ?? null;
  });
}
