import 'server-only';
import { z } from 'zod';
import { enterTerm, lastStepAtPost, lockPerson, lockPost, termsAround } from '@/db/appointments';
import { readClock } from '@/db/clock';
import { settleSeat } from '@/db/seats';
import { staffingTraces, touchedBetween } from '@/db/staffing';
import { appointProblem } from '@/domain/appointment';
import { DUTIES } from '@/domain/command';
import { command, rightsChanged } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayAppoint } from '../policy';

/** Problems that another appointment makes. */
const TAKEN: ReadonlySet<string> = new Set(['seat-taken', 'serves-already']);
const row = z.coerce.number().int().positive().max(2_147_483_647);

/**
 * Appoints a person to a duty at a post from a day on, perhaps until another. Their rights follow the day, not the entry. `latest`
 * is the last appointment to the post that its form knew of: what stands against it since then was somebody faster.
 */
export const appoint = command('appointment.appoint', { fresh: true, lastStep: lastStepAtPost })
  .input(z.object({
    post: row,
    duty: z.enum(DUTIES),
    person: row,
    latest: z.coerce.number().int().nonnegative().optional(),
    startsOn: z.iso.date(),
    endsOn: z.preprocess((value) => value || undefined, z.iso.date().optional()),
    reason: z.string().trim().min(2).max(200),
  }))
  .load(async ({ tx, input }) => {
    const post = await lockPost(tx, input.post);
    const person = post && (await lockPerson(tx, input.person));
    return post && person && { id: post.id, division: post.division, post, person, traces: await staffingTraces(tx, { people: [person.id], posts: [post.id] }) };
  })
  .can((viewer, { division }, { duty, person }) => mayAppoint(viewer, { duty, division }, person))
  .run(async ({ tx, viewer, input, subject: { post, person, division } }) => {
    const term = { personId: person.id, postId: post.id, duty: input.duty, startsOn: input.startsOn, endsOn: input.endsOn ?? null };
    const { today } = await readClock(tx);
    const around = await termsAround(tx, post.id, input.duty, person.id);
    const problem = appointProblem({ post, ...around, term, today });
    if (problem && TAKEN.has(problem.problem) && around.seat.some(({ id }) => id > (input.latest ?? id))) return null;
    if (problem) throw new Refusal('invalid', 'appointment.appoint', [problem]);
    const id = await enterTerm(tx, { by: viewer.personId, verb: 'appoint' }, { ...term, division });
    await settleSeat(tx, viewer, post.id, input.duty);
    await rightsChanged(tx, [person.id]);
    return { id, division, ...term, person: person.name, post: post.name, reason: input.reason };
  })
  .touches(async ({ tx, subject: { post, person, traces } }) => touchedBetween(traces, await staffingTraces(tx, { people: [person.id], posts: [post.id] })));
