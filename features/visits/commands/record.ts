import 'server-only';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { readClock } from '@/db/clock';
import { type Tx, widened } from '@/db/fence';
import { demands, visits } from '@/db/schema/visits';
import { demandTouches, visitTouches } from '@/db/visit-touches';
import type { Outcome, Seen } from '@/domain/visit';
import { SAME_DAY, visitProblems } from '@/domain/visit';
import { VISIT } from '@/domain/visit-input';
import type { Viewer } from '@/domain/viewer';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayRecord } from '../policy';

const NAME = 'visit.record';

interface Visited extends Record<string, unknown> {
  id: number;
  division: string;
  registeredOn: string;
}

type Sent = z.output<typeof VISIT>;
type Recorded = { id: number; division: string; already?: true; household?: number; visitedOn?: string; seen?: Seen; outcome?: Outcome; demand?: object | null };

/**
 * Files a visit with the demand raised at it, once: the key is the sender's own, and the same key from the same person is
 * answered with the visit it made. A household given to somebody else meanwhile, or a second visit of the day, is told.
 */
export const recordVisit = command('visit.record', { fresh: true })
  .input(VISIT)
  .load(async ({ tx, viewer, input }) => {
    if (input.account !== undefined && input.account !== viewer.accountId) throw new Refusal('signed-out', NAME, [], 'other-person');
    const filed = await filedBefore(tx, viewer, input);
    if (filed) return { ...filed, registeredOn: '', filed };
    // Locked, so that two devices of one person come one after the other.
    const { rows: [household] } = await tx.execute<Visited>(sql`
      select id, division, to_char(registered_on, 'YYYY-MM-DD') as "registeredOn" from households where id = ${input.household} for update`);
    if (household) return { ...household, filed: null };
    await refuseHandedOver(tx, viewer, input.household);
    return null;
  })
  .can(mayRecord)
  .run(async ({ tx, viewer, input, subject }): Promise<Recorded | null> => {
    if (subject.filed) return { ...subject.filed, already: true };
    const { id: householdId, division, registeredOn } = subject;
    const { today } = await readClock(tx);
    const problems = visitProblems(input, { today, registeredOn });
    if (problems.length > 0) throw new Refusal('invalid', NAME, problems);
    // Sent twice at once: the second waited for the first at the household's lock.
    const filed = await filedBefore(tx, viewer, input);
    if (filed) return { ...filed, already: true };
    if (!input.again) await refuseSameDay(tx, viewer, householdId, input.visitedOn);
    const { key, visitedOn, seen, note, outcome } = input;
    const [visit] = await tx.insert(visits).values({ householdId, personId: viewer.personId, division, visitedOn, seen, note, outcome, key, recordedAt: sql`county_now()` })
      .returning({ id: visits.id });
    if (!visit) return null;
    const demand = input.demand && {
      kind: input.demand, text: input.demandText, raisedOn: visitedOn, promise: input.promise, dueOn: input.dueOn,
      ...(outcome === 'solved' && { answeredOn: visitedOn, answeredBy: viewer.personId, answer: 'solved' as const }),
    };
    if (demand) await tx.insert(demands).values({ ...demand, visitId: visit.id, householdId, division });
    return { id: visit.id, division, household: householdId, visitedOn, seen, outcome, demand };
  })
  .touches(async ({ tx, subject, input: { visitedOn, demand, outcome, dueOn } }) => [
    ...(await visitTouches(tx, subject, [visitedOn])),
    ...(demand ? demandTouches({ division: subject.division, raisedOn: visitedOn, dueOn, answeredOn: outcome === 'solved' ? visitedOn : null }) : []),
  ]);

/**
 * The visit this key made, if it is the viewer's own: also where the household is no longer in their care. A key that comes back
 * with something else (the back button, an edited form) is told, not taken for the first.
 */
async function filedBefore(tx: Tx, viewer: Viewer, { key, household, visitedOn, seen, note, outcome }: Sent): Promise<{ id: number; division: string } | undefined> {
  const { rows: [filed] } = await widened(tx, () => tx.execute<{ id: number; division: string; same: boolean }>(sql`
    select id, division, version > 1 or (household_id = ${household} and visited_on = ${visitedOn}::date and seen = ${seen} and note is not distinct from ${note} and outcome = ${outcome}) as same
    from visits where key = ${key}::uuid and person_id = ${viewer.personId}`));
  if (filed && !filed.same) throw new Refusal('conflict', NAME, [], 'visit-sent-before');
  return filed && { id: filed.id, division: filed.division };
}

/** Says who gave the household to whom, to somebody it was in the care of; everybody else hears that there is none. */
async function refuseHandedOver(tx: Tx, viewer: Viewer, household: number): Promise<void> {
  const { rows: [handed] } = await widened(tx, () => tx.execute<{ who: string; at: string }>(sql`
    select p.name as who, (extract(epoch from h.at) * 1000)::float8 as at
    from assignments mine join assignments next on next.household_id = mine.household_id and next.ends_on is null and next.person_id <> mine.person_id
    join handovers h on h.id = next.handover_id join people p on p.id = h.made_by
    where mine.household_id = ${household} and mine.person_id = ${viewer.personId} and mine.ends_on is not null order by mine.ends_on desc limit 1`));
  if (handed) throw new Refusal('conflict', NAME, [], 'visit-handed-over', { who: handed.who, deed: 'assignment.reassign', at: Number(handed.at) });
}

async function refuseSameDay(tx: Tx, viewer: Viewer, household: number, day: string): Promise<void> {
  const { rows: [other] } = await tx.execute<{ id: number }>(sql`
    select id from visits where household_id = ${household} and person_id = ${viewer.personId} and visited_on = ${day}::date and key is not null limit 1`);
  if (other) throw new Refusal('conflict', NAME, [], SAME_DAY);
}
