import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { appointmentById } from '@/db/appointments';
import { enterPerson as enter, lastEntering, namesakes } from '@/db/people';
import { DUTIES } from '@/domain/command';
import { GENDERS, PERSON_NAME, PHONE } from '@/domain/person';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayAppoint } from '../policy';

const NAME = 'person.enter';
const row = z.coerce.number().int().positive().max(2_147_483_647);
const none = z.literal('').transform(() => null);

/**
 * Puts somebody on record who is to be appointed: to a duty at a post, or as successor of an appointment. `newest` is the last
 * person of the same name its form showed: whoever was entered since was entered by somebody faster, and is looked at first.
 */
export const enterPerson = command('person.enter', { kind: 'person', fresh: true, lastStep: lastEntering })
  .input(z.object({
    post: row.optional(),
    duty: z.enum(DUTIES).optional(),
    replaces: row.optional(),
    name: PERSON_NAME,
    gender: z.enum(GENDERS),
    phone: PHONE,
    department: z.union([none, z.string().max(64)]).nullish().transform((code) => code ?? null),
    newest: z.coerce.number().int().nonnegative(),
    apart: z.union([z.literal('on'), z.boolean()]).optional().transform(Boolean),
  }))
  .load(async ({ tx, input }) => {
    const replaced = input.replaces === undefined ? null : await appointmentById(tx, input.replaces);
    const { rows: [post] } = await tx.execute<{ division: string }>(sql`select division from posts where id = ${replaced?.postId ?? input.post ?? null}::int`);
    const duty = replaced?.duty ?? input.duty;
    if (!post || !duty || (input.replaces !== undefined && !replaced)) return null;
    const same = await namesakes(tx, input.name);
    return { id: same.newest, division: post.division, duty, same };
  })
  .can((viewer, seat) => mayAppoint(viewer, seat))
  .run(async ({ tx, viewer, input, subject: { same, division } }) => {
    if (same.newest !== input.newest) return null;
    if (same.count > 0 && !input.apart) throw new Refusal('invalid', NAME, [{ field: 'apart', problem: 'namesakes', limit: same.count }]);
    const { name, gender, phone, department, post, duty, replaces } = input;
    const id = await enter(tx, viewer.personId, { name, gender, phone, department });
    if (id === null) throw new Refusal('invalid', NAME, [{ field: 'department', problem: 'choice' }]);
    return { id, division, name, gender, phone, department, post: post ?? null, duty: duty ?? null, replaces: replaces ?? null };
  });
