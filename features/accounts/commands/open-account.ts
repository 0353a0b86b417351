import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { lockPerson } from '@/db/appointments';
import { issued } from '@/db/password';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayOpen } from '../policy';

const NAME = 'account.open';

/**
 * Opens an account for a person on record who has none, with a made-up password that is shown once and opens it only to be
 * changed. The action makes password and hash (server/password-change.ts).
 */
export const openAccount = command('account.open', { fresh: true })
  .input(z.object({
    person: z.coerce.number().int().positive().max(2_147_483_647),
    username: z.string().trim().refine((text) => /^[a-z][a-z0-9-]{2,31}$/.test(text), 'username'),
    reason: z.string().trim().min(4).max(200),
    hash: z.string().startsWith('scrypt$'),
    secret: z.string().min(12),
  }))
  .load(({ tx, input }) => lockPerson(tx, input.person))
  .can(mayOpen)
  .run(async ({ tx, input, subject: person }) => {
    const { username, reason, secret } = input;
    const { rows: [held] } = await tx.execute(sql`select id from accounts where person_id = ${person.id}`);
    if (held) return null;
    const { rows: [account] } = await tx.execute<{ id: number }>(sql`
      insert into accounts (username, person_id, password_hash) values (${username}, ${person.id}, ${issued(input.hash)}) on conflict (username) do nothing returning id`);
    if (!account) throw new Refusal('invalid', NAME, [{ field: 'username', problem: 'username-taken' }]);
    await tx.execute(sql`delete from sign_in_failures where username = ${username}`);
    return { id: account.id, username, person: person.name, personId: person.id, reason, secret };
  });
