import 'server-only';
import { z } from 'zod';
import { appointmentById, endTerm, lastAppointmentStep, lockPost, obstacles } from '@/db/appointments';
import { readClock } from '@/db/clock';
import { settleSeat } from '@/db/seats';
import { staffingTraces, touchedBetween } from '@/db/staffing';
import { endProblem, isEndable } from '@/domain/appointment';
import { command, rightsChanged } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayAppoint } from '../policy';

const row = z.coerce.number().int().positive().max(2_147_483_647);

/**
 * Ends an appointment on a day: the first that is no longer served. `was` is the end its form showed ('' for none): whoever ended
 * it meanwhile was faster. Households stay with a cadre on paper until they are handed over, and count as nobody's.
 */
export const end = command('appointment.end', { lastStep: lastAppointmentStep })
  .input(z.object({ id: row, was: z.union([z.literal(''), z.iso.date()]), endsOn: z.iso.date(), reason: z.string().trim().min(2).max(200) }))
  .load(async ({ tx, input }) => {
    const found = await appointmentById(tx, input.id);
    if (!found || !(await lockPost(tx, found.postId))) return null;
    const term = (await appointmentById(tx, input.id)) ?? found;
    return { ...term, traces: await staffingTraces(tx, { people: [term.personId], posts: [term.postId] }) };
  })
  .can((viewer, term) => mayAppoint(viewer, term, term.personId))
  .run(async ({ tx, viewer, input, subject: term }) => {
    const { today } = await readClock(tx);
    if ((term.endsOn ?? '') !== input.was || !isEndable(term, today)) return null;
    const problem = endProblem({ term, endsOn: input.endsOn, today, ...(await obstacles(tx, term, input.endsOn)) });
    if (problem) throw new Refusal('invalid', 'appointment.end', [problem]);
    if (!(await endTerm(tx, { by: viewer.personId, verb: 'end' }, term, input.endsOn, input.reason))) return null;
    await settleSeat(tx, viewer, term.postId, term.duty);
    await rightsChanged(tx, [term.personId]);
    return { id: term.id, division: term.division, endsOn: input.endsOn, reason: input.reason };
  })
  .touches(async ({ tx, subject: { personId, postId, traces } }) => touchedBetween(traces, await staffingTraces(tx, { people: [personId], posts: [postId] })));
