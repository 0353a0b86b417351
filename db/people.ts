import { sql } from 'drizzle-orm';
import type { GENDERS } from '@/domain/person';
import type { Tx } from './fence';
import { seal } from './vault';

/** How many people of a name are on record, and the last of them (0: none). Until the transaction ends nobody enters another. */
export async function namesakes(tx: Tx, name: string): Promise<{ count: number; newest: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`person ${name}`}, 0))`);
  const { rows } = await tx.execute<{ count: number; newest: number }>(sql`
    select count(*)::int as count, coalesce(max(id), 0)::int as newest from people where name = ${name}`);
  return rows[0] ?? { count: 0, newest: 0 };
}

export interface NewPerson {
  readonly name: string;
  readonly gender: (typeof GENDERS)[number];
  readonly phone: string | null;
  readonly department: string | null;
}

/** Puts a person on record, the telephone sealed; the number. Null when there is no such department. */
export async function enterPerson(tx: Tx, by: number, { name, gender, phone, department }: NewPerson): Promise<number | null> {
  const { rows: [entered] } = await tx.execute<{ id: number }>(sql`
    insert into people (name, gender, department, phone_tail, entered_by, entered_at)
    select ${name}, ${gender}, ${department}, ${phone?.slice(-4) ?? null}, ${by}, county_now()
    where ${department}::text is null or exists (select from departments where code = ${department}) returning id`);
  if (!entered) return null;
  if (phone) await tx.execute(sql`update people set phone = ${seal(phone, `people:${entered.id}:phone`)} where id = ${entered.id}`);
  return entered.id;
}

/** Who entered a person, and when: `deed` is a key of messages errors.deeds, `at` epoch milliseconds. */
export async function lastEntering(tx: Tx, id: number): Promise<{ who: string; deed: string; at: number } | null> {
  const { rows } = await tx.execute<{ who: string; deed: string; at: number }>(sql`
    select by.name as who, 'person.enter' as deed, (extract(epoch from n.entered_at) * 1000)::float8 as at
    from people n join people by on by.id = n.entered_by where n.id = ${id}`);
  return rows[0] ?? null;
}
