import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Account, accountById, endSessions } from '@/db/accounts';
import { command } from '@/server/command';
import { mayManage } from '../policy';

/** Closes an account: no sign-in, and its sessions end at once. */
export const disable = command('account.disable')
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647), reason: z.string().trim().min(4).max(200) }))
  .load(({ tx, input }) => accountById(tx, input.id))
  .can(mayManage)
  .run(async ({ tx, input }) => {
    const { rows } = await tx.execute<Account>(sql`
      update accounts set disabled_at = now() where id = ${input.id} and disabled_at is null returning id, username, disabled_at as "disabledAt"`);
    return rows[0] && { ...rows[0], endedSessions: await endSessions(tx, input.id), reason: input.reason };
  });
