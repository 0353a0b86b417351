import 'server-only';
import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import { visitCorrections } from '@/db/schema/visits';
import { demandTouches, visitTouches } from '@/db/visit-touches';
import { CORRECTION_DAYS, dayProblems, isCorrectable, type Seen } from '@/domain/visit';
import { VISIT_CORRECTION } from '@/domain/visit-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayCorrect } from '../policy';

const NAME = 'visit.correct';

interface Filed extends Record<string, unknown> {
  id: number;
  division: string;
  householdId: number;
  registeredOn: string;
  personId: number;
  recordedOn: string | null;
  visitedOn: string;
  seen: Seen;
  note: string | null;
  version: number;
  demand: { id: number; raisedOn: string; dueOn: string | null; answeredOn: string | null } | null;
}

/** Sets a visit right, by its visitor and for a few days; what it said before stays in its history. */
export const correctVisit = command('visit.correct')
  .input(VISIT_CORRECTION)
  .load(async ({ tx, input }) => (await tx.execute<Filed>(sql`
    select v.id, v.division, v.household_id as "householdId", to_char(h.registered_on, 'YYYY-MM-DD') as "registeredOn", v.person_id as "personId",
      to_char(v.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "recordedOn", to_char(v.visited_on, 'YYYY-MM-DD') as "visitedOn", v.seen, v.note, v.version,
      (select json_build_object('id', d.id, 'raisedOn', d.raised_on, 'dueOn', d.due_on, 'answeredOn', d.answered_on) from demands d where d.visit_id = v.id) as demand
    from visits v join households h on h.id = v.household_id where v.id = ${input.id} for update of v`)).rows[0])
  .can(mayCorrect)
  .run(async ({ tx, viewer, input, subject }) => {
    const { today } = await readClock(tx);
    if (!isCorrectable(subject.recordedOn, today)) throw new Refusal('forbidden', NAME, [{ field: 'visitedOn', problem: 'long-ago', limit: CORRECTION_DAYS }], 'correction-over');
    if (subject.version !== input.version) return null;
    const { visitedOn, seen, note, reason } = input;
    const problems = dayProblems(visitedOn, { today: subject.recordedOn ?? today, registeredOn: subject.registeredOn });
    if (problems.length > 0) throw new Refusal('invalid', NAME, problems);
    const { demand } = subject;
    // What was settled on the spot moves with the visit; a later answer or a promised day must stay after it.
    const onTheSpot = demand?.answeredOn === subject.visitedOn;
    if ((demand?.dueOn && demand.dueOn < visitedOn) || (demand?.answeredOn && !onTheSpot && demand.answeredOn < visitedOn)) {
      throw new Refusal('invalid', NAME, [{ field: 'visitedOn', problem: 'after-demand' }]);
    }
    await tx.insert(visitCorrections).values({
      visitId: subject.id, householdId: subject.householdId, division: subject.division, personId: viewer.personId, reason,
      visitedOn: subject.visitedOn, seen: subject.seen, note: subject.note,
    });
    await tx.execute(sql`update visits set visited_on = ${visitedOn}::date, seen = ${seen}, note = ${note}, version = version + 1 where id = ${subject.id}`);
    if (demand) await tx.execute(sql`update demands set raised_on = ${visitedOn}::date, answered_on = case when ${onTheSpot} then ${visitedOn}::date else answered_on end where id = ${demand.id}`);
    const moved = demand && { ...demand, raisedOn: visitedOn, answeredOn: onTheSpot ? visitedOn : demand.answeredOn };
    return { ...subject, visitedOn, seen, note, version: subject.version + 1, demand: moved, reason };
  })
  .touches(async ({ tx, subject, after }) => [
    ...(await visitTouches(tx, { ...subject, id: subject.householdId }, [subject.visitedOn, after.visitedOn])),
    ...[subject.demand, after.demand].flatMap((demand) => (demand ? demandTouches({ ...demand, division: subject.division }) : [])),
  ]);
