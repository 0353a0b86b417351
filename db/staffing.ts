import { type SQL, sql } from 'drizzle-orm';
import type { RegisterName } from '@/domain/indicators';
import { monthOf } from '@/domain/month';
import { type Tx, widened } from './fence';
import type { Touched } from './measure';
import { register } from './registers';

/** Whom and what a change of appointments or assignments is about. */
export interface Concerned {
  readonly people: readonly number[];
  /** Posts whose holders change. */
  readonly posts?: readonly number[];
  /** Households that get somebody else; those of the people are always among them. */
  readonly households?: readonly number[];
}

/** A row of a register as it stands; two of the same text are the same row. */
export type Trace = { register: RegisterName; division: string; since: string | null; until: string | null; key: string };

const OF_APPOINTMENTS: readonly RegisterName[] = ['first-secretaries', 'technicians', 'specialists', 'double-posts'];
const OF_POSTS: readonly RegisterName[] = ['vacancies', 'teams-without-technician'];
const OF_PEOPLE: readonly RegisterName[] = ['assigned-cadres', 'overloaded-cadres'];
const OF_HOUSEHOLDS: readonly RegisterName[] = ['assigned-households', 'orphaned-households'];

const listed = (ids: readonly number[]): SQL => sql`array[${sql.join(ids.map((id) => sql`${id}::int`), sql`, `)}]::int[]`;
const numbers = async (tx: Tx, query: SQL): Promise<number[]> => (await tx.execute<{ id: number }>(query)).rows.map((row) => row.id);

/**
 * The rows of the staffing registers that these people, posts and households have. Taken before and after a change, what differs
 * is what must be measured again (`touchedBetween`). Sees every row, whoever writes.
 */
export async function staffingTraces(tx: Tx, { people, posts = [], households = [] }: Concerned): Promise<Trace[]> {
  return widened(tx, async () => {
    const terms = await numbers(tx, sql`select id from appointments where person_id = any(${listed(people)})`);
    const cared = [...new Set([...households, ...(await numbers(tx, sql`select distinct household_id as id from assignments where person_id = any(${listed(people)})`))])];
    const parts = [
      ...OF_APPOINTMENTS.map((name) => ({ name, where: sql`r.ord = any(${listed(terms)})` })),
      ...OF_POSTS.map((name) => ({ name, where: sql`r.ord = any(${listed(posts)}) and r.division in (select division from posts where id = any(${listed(posts)}))` })),
      ...OF_HOUSEHOLDS.map((name) => ({ name, where: sql`r.household = any(${listed(cared)}) and r.division in (select division from households where id = any(${listed(cared)}))` })),
      ...OF_PEOPLE.map((name) => ({ name, where: sql`r.ord = any(${listed(people)})` })),
    ];
    const { rows } = await tx.execute<Trace>(sql.join(parts.map(({ name, where }) => sql`
      select ${name} as register, r.division, to_char(r.since, 'YYYY-MM-DD') as since, to_char(r.until, 'YYYY-MM-DD') as until, r.key
      from ${register(name)} where ${where}`), sql` union all `));
    return rows;
  });
}

/** Where and when two sets of rows differ. */
export function touchedBetween(before: readonly Trace[], after: readonly Trace[]): Touched[] {
  const text = (trace: Trace) => JSON.stringify(trace);
  const [was, is] = [new Set(before.map(text)), new Set(after.map(text))];
  const differing = [...before.filter((trace) => !is.has(text(trace))), ...after.filter((trace) => !was.has(text(trace)))];
  const touched = new Map<string, Touched>();
  for (const { register: name, division, since, until } of differing) {
    for (const day of [since, until]) {
      if (day === null) continue;
      const month = monthOf(day);
      touched.set(`${name} ${division} ${month}`, { register: name, division, month });
    }
  }
  return [...touched.values()];
}
