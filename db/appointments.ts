import { sql } from 'drizzle-orm';
import type { AppointmentVerb, PostSpan, Term } from '@/domain/appointment';
import type { Duty } from '@/domain/command';
import type { Month } from '@/domain/month';
import { standsOn } from './dated';
import type { Tx } from './fence';

export interface PostRow extends PostSpan, Record<string, unknown> {
  readonly name: string;
  readonly division: string;
}

/** An appointment with the names that stand beside it. */
export interface AppointmentRow extends Term, Record<string, unknown> {
  readonly division: string;
  readonly reason: string | null;
  readonly person: string;
  readonly post: string;
}

const TERM = sql`a.id, a.person_id as "personId", a.post_id as "postId", a.duty, a.division, to_char(a.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(a.ends_on, 'YYYY-MM-DD') as "endsOn"`;

/** The post, held until the transaction ends: appointments to one post are made one after another. */
export async function lockPost(tx: Tx, id: number): Promise<PostRow | undefined> {
  return (await tx.execute<PostRow>(sql`
    select id, kind, name, division, to_char(established_on, 'YYYY-MM-DD') as "establishedOn", to_char(abolished_on, 'YYYY-MM-DD') as "abolishedOn"
    from posts where id = ${id} for update`)).rows[0];
}

/** The person, held until the transaction ends: nobody gets two appointments at the same moment. */
export async function lockPerson(tx: Tx, id: number): Promise<{ id: number; name: string } | undefined> {
  return (await tx.execute<{ id: number; name: string }>(sql`select id, name from people where id = ${id} for update`)).rows[0];
}

/** An appointment; null when there is none. */
export async function appointmentById(tx: Tx, id: number): Promise<AppointmentRow | null> {
  return (await tx.execute<AppointmentRow>(sql`
    select ${TERM}, a.reason, n.name as person, p.name as post from appointments a join people n on n.id = a.person_id join posts p on p.id = a.post_id where a.id = ${id}`)).rows[0] ?? null;
}

/** Everybody's terms in a duty at a post, and a person's terms everywhere. */
export async function termsAround(tx: Tx, post: number, duty: Duty, person: number): Promise<{ seat: Term[]; own: Term[] }> {
  const { rows } = await tx.execute<Term & Record<string, unknown>>(sql`
    select ${TERM} from appointments a where (a.post_id = ${post} and a.duty = ${duty}) or a.person_id = ${person} order by a.starts_on, a.id`);
  return { seat: rows.filter((row) => row.postId === post && row.duty === duty), own: rows.filter((row) => row.personId === person) };
}

/** What stands against ending an appointment on a day: the last month filed under it, and how many others serve the duty then. */
export async function obstacles(tx: Tx, { id, duty }: Term, endsOn: string): Promise<{ filed: Month | null; others: number }> {
  const { rows } = await tx.execute<{ filed: Month | null; others: number }>(sql`
    select (select max(month) from checklists where appointment_id = ${id} and first_submitted_at is not null) as filed,
      (select count(*)::int from appointments o where o.duty = ${duty} and o.id <> ${id} and ${standsOn(sql`o`, sql`${endsOn}::date`)}) as others`);
  return rows[0] ?? { filed: null, others: 0 };
}

/** Who does it, and which deed it is part of. */
export interface AppointmentDeed {
  readonly by: number;
  readonly verb: AppointmentVerb;
}

/** Enters a term; its id. */
export async function enterTerm(tx: Tx, { by, verb }: AppointmentDeed, term: Omit<Term, 'id'> & { division: string }): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    with entered as (
      insert into appointments (person_id, post_id, duty, division, starts_on, ends_on)
      values (${term.personId}, ${term.postId}, ${term.duty}, ${term.division}, ${term.startsOn}, ${term.endsOn}) returning id
    ), step as (insert into appointment_steps (appointment_id, person_id, verb) select id, ${by}::int, ${verb} from entered)
    select id from entered`);
  const [row] = rows;
  if (!row) throw new Error('no appointment was entered');
  return row.id;
}

/** Sets the day a term ends, if nobody set another one meanwhile. */
export async function endTerm(tx: Tx, { by, verb }: AppointmentDeed, { id, endsOn }: Term, on: string, reason: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    with ended as (
      update appointments set ends_on = ${on}::date, reason = ${reason} where id = ${id} and ends_on is not distinct from ${endsOn}::date returning id
    ), step as (insert into appointment_steps (appointment_id, person_id, verb) select id, ${by}::int, ${verb} from ended)
    select id from ended`);
  return rows.length === 1;
}

type Step = { who: string; deed: string; at: number };

const STEP = sql`select n.name as who, 'appointment.' || s.verb as deed, (extract(epoch from s.at) * 1000)::float8 as at
  from appointment_steps s join people n on n.id = s.person_id`;

/** What happened last to an appointment, told to whoever came second: `deed` is a key of messages errors.deeds, `at` epoch milliseconds. */
export async function lastAppointmentStep(tx: Tx, id: number): Promise<Step | null> {
  return (await tx.execute<Step>(sql`${STEP} where s.appointment_id = ${id} order by s.id desc limit 1`)).rows[0] ?? null;
}

/** The same, of all appointments to a post. */
export async function lastStepAtPost(tx: Tx, post: number): Promise<Step | null> {
  return (await tx.execute<Step>(sql`${STEP} join appointments a on a.id = s.appointment_id where a.post_id = ${post} order by s.id desc limit 1`)).rows[0] ?? null;
}

/** The number of the latest appointment to a post, 0 when there is none: what a form was shown knows no later one. */
export async function latestTerm(tx: Tx, post: number): Promise<number> {
  return (await tx.execute<{ id: number }>(sql`select coalesce(max(id), 0)::int as id from appointments where post_id = ${post}`)).rows[0]?.id ?? 0;
}
