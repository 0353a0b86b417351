import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readClock } from '@/db/clock';
import { standsOn } from '@/db/dated';
import type { Tx } from '@/db/fence';
import { assignments, handovers } from '@/db/schema/households';
import { staffingTraces, touchedBetween, type Trace } from '@/db/staffing';
import { HOUSEHOLDS_PER_CADRE, pairsOf, REASSIGN_LIMIT, reassignProblem } from '@/domain/assignment';
import { audit } from '@/server/audit';
import { command, rightsChanged } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayReassign } from '../policy';

const NAME = 'assignment.reassign';
const MOVE = /^([1-9]\d{0,9}):(0|[1-9]\d{0,9}):([1-9]\d{0,9})$/;

/** A household, its open assignment as the person saw it (0 where there was none), and who shall help it. An empty choice stays as it is. */
const move = z.string().regex(MOVE).transform((text) => {
  const [household = 0, assignment = 0, to = 0] = text.split(':').map(Number);
  return { household, assignment, to };
});

/** A form names its choices one by one (`choice.<household>`), so that each can be given back; together they are the moves. Empty ones stay as they are. */
function gathered(raw: unknown): unknown {
  const { moves, choice, ...rest } = (raw ?? {}) as { moves?: unknown; choice?: Record<string, unknown> };
  return { ...rest, moves: [moves ?? [], Object.values(choice ?? {})].flat(2).filter((each) => each !== '') };
}

interface Now extends Record<string, unknown> {
  id: number;
  division: string;
  assignment: number | null;
  cadre: number | null;
  cadreName: string | null;
}

/**
 * Gives households of one village to other cadres, all or none: closes the open assignments, opens new ones from today, makes a
 * hand-over sheet for each pair of persons. Whoever saw another assignment than the one that is open now is told so. A giver who
 * left has nothing to confirm. With `cap` nobody may end up with more than five.
 */
export const reassign = command('assignment.reassign', { kind: 'handover', fresh: true })
  .input(z.preprocess(gathered, z.object({
    moves: z.array(move).min(1).max(REASSIGN_LIMIT),
    reason: z.string().trim().min(2).max(300),
    cap: z.literal('1').optional(),
  })))
  .load(async ({ tx, input }) => {
    const asked = new Map(input.moves.map((each) => [each.household, each]));
    // The households are locked first, in one order: two re-assignments wait for each other instead of crossing.
    const { rows } = await tx.execute<Now>(sql`
      with locked as materialized (select id, division from households where id in ${[...asked.keys()]} order by id for update)
      select locked.id, locked.division, a.id as assignment, a.person_id as cadre, p.name as "cadreName"
      from locked left join assignments a on a.household_id = locked.id and a.ends_on is null left join people p on p.id = a.person_id order by locked.id`);
    const [first] = rows;
    if (!first || rows.length !== asked.size) return null;
    const handed = rows.map((row) => ({ ...row, to: asked.get(row.id)?.to ?? 0, seen: asked.get(row.id)?.assignment ?? 0 }));
    const people = [...new Set(handed.flatMap((row) => [row.to, ...(row.cadre === null ? [] : [row.cadre])]))].sort((a, b) => a - b);
    await tx.execute(sql`select from people where id in ${people} order by id for update`);
    const traces: Trace[] = await staffingTraces(tx, { people, households: rows.map((row) => row.id) });
    return { id: first.id, division: first.division, handed, people, traces };
  })
  .can((viewer, { division }) => mayReassign(viewer, division))
  .run(async ({ tx, viewer, input, subject: { division, handed, people }, address }) => {
    if (handed.some((row) => (row.assignment ?? 0) !== row.seen)) return null;
    const problem = reassignProblem(handed);
    if (problem) throw new Refusal('invalid', NAME, [], `reassign-${problem}`);
    const { today } = await readClock(tx);
    const serving = await servingIn(tx, division, people, today);
    const made: number[] = [];
    for (const { from, to, rows } of pairsOf(handed)) {
      const receiver = serving.get(to);
      if (!receiver) throw new Refusal('invalid', NAME, [], 'reassign-not-serving');
      if (!receiver.cadre) receiver.cadre = await appoint(tx, division, to, today);
      const giverLeft = from !== null && !serving.has(from);
      const [handover] = await tx.insert(handovers).values({
        division, fromPersonId: from, toPersonId: to, reason: input.reason, madeBy: viewer.personId,
      }).returning({ id: handovers.id });
      if (!handover) return null;
      made.push(handover.id);
      if (giverLeft) await tx.execute(sql`update handovers set given_at = at where id = ${handover.id}`);
      const closing = rows.flatMap((row) => (row.assignment === null ? [] : [row.assignment]));
      if (closing.length > 0) await tx.execute(sql`update assignments set ends_on = greatest(starts_on, ${today}::date) where id in ${closing} and ends_on is null`);
      await tx.insert(assignments).values(rows.map((row) => ({ householdId: row.id, personId: to, division, startsOn: today, handoverId: handover.id })));
      for (const row of rows) {
        await audit(tx, viewer, { command: NAME, kind: 'household', id: row.id, division, address, before: { cadre: row.cadreName }, after: { cadre: receiver.name, reason: input.reason } });
      }
      if (made.length > 1) await audit(tx, viewer, { command: NAME, kind: 'handover', id: handover.id, division, address, after: { from, to, households: rows.map((row) => row.id), reason: input.reason } });
    }
    if (input.cap) await refuseTooMany(tx, handed.map((row) => row.to));
    await rightsChanged(tx, people);
    const [id = 0] = made;
    const [first] = pairsOf(handed);
    return { id, division, from: first?.from ?? null, to: first?.to ?? null, households: first?.rows.map((row) => row.id) ?? [], reason: input.reason, sheets: made.length };
  })
  .touches(async ({ tx, subject: { people, handed, traces } }) => touchedBetween(traces, await staffingTraces(tx, { people, households: handed.map((row) => row.id) })));

/** Who of these people serves in the village's team today, and whether as its cadre. */
async function servingIn(tx: Tx, division: string, people: readonly number[], today: string): Promise<Map<number, { name: string; cadre: boolean }>> {
  const { rows } = await tx.execute<{ id: number; name: string; cadre: boolean }>(sql`
    select n.id, n.name, bool_or(s.duty = 'cadre') as cadre from appointments s join people n on n.id = s.person_id
    where s.person_id in ${[...people]} and s.division = ${division} and s.duty in ('cadre', 'first-secretary', 'team-leader', 'team-member', 'technician')
      and ${standsOn(sql`s`, sql`${today}::date`)} group by n.id, n.name`);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** A member of the team who takes households over is the village's cadre from now on. */
async function appoint(tx: Tx, division: string, person: number, today: string): Promise<true> {
  await tx.execute(sql`
    insert into appointments (person_id, post_id, duty, division, starts_on)
    select ${person}, id, 'cadre', division, ${today}::date from posts where kind = 'team' and division = ${division} and abolished_on is null limit 1`);
  return true;
}

async function refuseTooMany(tx: Tx, receivers: readonly number[]): Promise<void> {
  const { rows } = await tx.execute(sql`
    select a.person_id from assignments a where a.person_id in ${[...new Set(receivers)]} and a.ends_on is null group by a.person_id having count(*) > ${HOUSEHOLDS_PER_CADRE}`);
  if (rows.length > 0) throw new Refusal('invalid', NAME, [], 'reassign-full');
}
