import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readClock } from '@/db/clock';
import type { Tx } from '@/db/fence';
import { register } from '@/db/registers';
import { assignments, handovers } from '@/db/schema/households';
import { HANDOVER_LIMIT, reassignProblem } from '@/domain/assignment';
import { type Month, monthOf } from '@/domain/month';
import { audit } from '@/server/audit';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayReassign } from '../policy';

const NAME = 'assignment.reassign';
const PAIR = /^([1-9]\d{0,9}):(0|[1-9]\d{0,9})$/;

/** A household and its open assignment as the person saw it; 0 where there was none. */
const seen = z.string().regex(PAIR).transform((text) => {
  const [household = 0, assignment = 0] = text.split(':').map(Number);
  return { household, assignment };
});

interface Now extends Record<string, unknown> {
  id: number;
  division: string;
  assignment: number | null;
  cadre: number | null;
  cadreName: string | null;
}

/**
 * Gives households of one village to another cadre: closes the open assignments, opens new ones from today, makes the hand-over
 * sheet. Whoever saw another assignment than the one that is open now is told so. A giver who left has nothing to confirm.
 */
export const reassign = command('assignment.reassign', { kind: 'handover', fresh: true })
  .input(z.object({
    households: z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(seen).min(1).max(HANDOVER_LIMIT)),
    to: z.coerce.number().int().positive().max(2_147_483_647),
    reason: z.string().trim().min(2).max(300),
  }))
  .load(async ({ tx, input }) => {
    const ids = [...new Set(input.households.map((each) => each.household))];
    // The households are locked first, in one order: two re-assignments wait for each other instead of crossing.
    const { rows } = await tx.execute<Now>(sql`
      with locked as materialized (select id, division from households where id in ${ids} order by id for update)
      select locked.id, locked.division, a.id as assignment, a.person_id as cadre, n.name as "cadreName"
      from locked left join assignments a on a.household_id = locked.id and a.ends_on is null left join people n on n.id = a.person_id order by locked.id`);
    const [first] = rows;
    return first && rows.length === ids.length ? { id: first.id, division: first.division, rows } : null;
  })
  .can(mayReassign)
  .run(async ({ tx, viewer, input, subject, address }) => {
    const { division, rows } = subject;
    const expected = new Map(input.households.map((each) => [each.household, each.assignment]));
    if (rows.some((row) => (row.assignment ?? 0) !== expected.get(row.id))) return null;
    const problem = reassignProblem(rows, input.to);
    if (problem) throw new Refusal('invalid', NAME, [], `reassign-${problem}`);
    const from = rows[0]?.cadre ?? null;
    const { today } = await readClock(tx);
    const receiver = await servingIn(tx, division, input.to, today);
    if (!receiver) throw new Refusal('invalid', NAME, [], 'reassign-not-serving');
    const people = from === null ? [input.to] : [from, input.to];
    const before = await cadreMonths(tx, division, people);
    const appointed = receiver.cadre ? null : await appoint(tx, division, input.to, today);
    const giverLeft = from === null || !(await servingIn(tx, division, from, today));
    const [handover] = await tx.insert(handovers).values({
      division, fromPersonId: from, toPersonId: input.to, reason: input.reason, madeBy: viewer.personId,
    }).returning({ id: handovers.id });
    if (!handover) return null;
    if (from !== null && giverLeft) await tx.execute(sql`update handovers set given_at = at where id = ${handover.id}`);
    const closing = rows.flatMap((row) => (row.assignment === null ? [] : [row.assignment]));
    if (closing.length > 0) await tx.execute(sql`update assignments set ends_on = ${today}::date where id in ${closing} and ends_on is null`);
    await tx.insert(assignments).values(rows.map((row) => ({ householdId: row.id, personId: input.to, division, startsOn: today, handoverId: handover.id })));
    for (const row of rows) {
      await audit(tx, viewer, { command: NAME, kind: 'household', id: row.id, division, address, before: { cadre: row.cadreName }, after: { cadre: receiver.name, reason: input.reason } });
    }
    const months = new Set<Month>([monthOf(today), ...before, ...(await cadreMonths(tx, division, people))]);
    return { id: handover.id, division, from, to: input.to, households: rows.map((row) => row.id), reason: input.reason, appointed, months: [...months] };
  })
  .touches(({ after }) => [
    { register: 'assigned-households', division: after.division, month: after.months[0] as Month },
    ...after.months.map((month) => ({ register: 'assigned-cadres', division: after.division, month }) as const),
  ]);

/** Whether a person serves in the village's team today, and whether as its cadre. */
async function servingIn(tx: Tx, division: string, person: number, today: string): Promise<{ name: string; cadre: boolean } | undefined> {
  const { rows } = await tx.execute<{ name: string; cadre: boolean }>(sql`
    select n.name, bool_or(s.duty = 'cadre') as cadre from appointments s join people n on n.id = s.person_id
    where s.person_id = ${person} and s.division = ${division} and s.duty in ('cadre', 'first-secretary', 'team-leader', 'team-member', 'technician')
      and s.starts_on <= ${today}::date and (s.ends_on is null or s.ends_on > ${today}::date) group by n.name`);
  return rows[0];
}

/** A member of the team who takes households over is the village's cadre from now on. */
async function appoint(tx: Tx, division: string, person: number, today: string): Promise<number | null> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into appointments (person_id, post_id, duty, division, starts_on)
    select ${person}, id, 'cadre', division, ${today}::date from posts where kind = 'team' and division = ${division} and abolished_on is null limit 1 returning id`);
  return rows[0]?.id ?? null;
}

/** The months in which these people enter or leave the count of assigned cadres, as the rows stand now. */
async function cadreMonths(tx: Tx, division: string, people: readonly number[]): Promise<Month[]> {
  const { rows } = await tx.execute<{ since: string | null; until: string | null }>(sql`
    select r.since, r.until from ${register('assigned-cadres')}
    where r.division = ${division} and r.key in (select id::text from appointments where duty = 'cadre' and division = ${division} and person_id in ${[...people]})`);
  return rows.flatMap(({ since, until }) => [since, until]).flatMap((day) => (day === null ? [] : [monthOf(day)]));
}
