import 'server-only';
import { z } from 'zod';
import { appointmentById, endTerm, enterTerm, lastAppointmentStep, lockPerson, lockPost, obstacles, termsAround } from '@/db/appointments';
import { readClock } from '@/db/clock';
import { settleSeat } from '@/db/seats';
import { staffingTraces, touchedBetween } from '@/db/staffing';
import { appointProblem, endProblem, isEndable } from '@/domain/appointment';
import { audit } from '@/server/audit';
import { command, rightsChanged } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayAppoint } from '../policy';

const NAME = 'appointment.replace';
const row = z.coerce.number().int().positive().max(2_147_483_647);

/**
 * Ends an appointment and gives its duty to somebody else from the same day, in one: the seat is never empty, and never held
 * twice. Of two who replace the same holder one wins. What the seat has not filed yet goes to the successor.
 */
export const replace = command('appointment.replace', { lastStep: lastAppointmentStep })
  .input(z.object({ id: row, was: z.union([z.literal(''), z.iso.date()]), person: row, startsOn: z.iso.date(), reason: z.string().trim().min(2).max(200) }))
  .load(async ({ tx, input }) => {
    const found = await appointmentById(tx, input.id);
    const post = found && (await lockPost(tx, found.postId));
    const next = post && (await lockPerson(tx, input.person));
    const term = next && (await appointmentById(tx, input.id));
    if (!term) return null;
    return { ...term, seat: post, next, traces: await staffingTraces(tx, { people: [term.personId, next.id], posts: [post.id] }) };
  })
  .can((viewer, term, { person }) => mayAppoint(viewer, term, term.personId) && mayAppoint(viewer, term, person))
  .run(async ({ tx, viewer, input, subject: { seat: post, next, ...term }, address }) => {
    const { today } = await readClock(tx);
    if ((term.endsOn ?? '') !== input.was || !isEndable(term, today)) return null;
    const ending = endProblem({ term, endsOn: input.startsOn, today, ...(await obstacles(tx, term, input.startsOn)) });
    const { seat, own } = await termsAround(tx, post.id, term.duty, next.id);
    const successor = { personId: next.id, postId: post.id, duty: term.duty, startsOn: input.startsOn, endsOn: null };
    const problem = ending ?? appointProblem({ post, seat: seat.filter((other) => other.id !== term.id), own, term: successor, today });
    if (problem) throw new Refusal('invalid', NAME, [{ ...problem, field: problem.field === 'endsOn' ? 'startsOn' : problem.field }]);
    const deed = { by: viewer.personId, verb: 'replace' } as const;
    if (!(await endTerm(tx, deed, term, input.startsOn, input.reason))) return null;
    const id = await enterTerm(tx, deed, { ...successor, division: term.division });
    await audit(tx, viewer, { command: NAME, kind: 'appointment', id, division: term.division, address, after: { ...successor, person: next.name, post: post.name, reason: input.reason } });
    await settleSeat(tx, viewer, post.id, term.duty);
    await rightsChanged(tx, [term.personId, next.id]);
    return { id: term.id, division: term.division, endsOn: input.startsOn, reason: input.reason, successor: id };
  })
  .touches(async ({ tx, subject: { personId, next, seat, traces } }) => touchedBetween(traces, await staffingTraces(tx, { people: [personId, next.id], posts: [seat.id] })));
