import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { accountById, endSessions } from '@/db/accounts';
import { issued } from '@/db/password';
import { command } from '@/server/command';
import { mayManage } from '../policy';

/**
 * Gives an account a made-up password, shown once to the security administrator, and ends its sessions and its lock. It opens
 * the account only to be changed. The action
 * makes password and hash (server/password-change.ts); the audit trail keeps neither.
 */
export const resetPassword = command('account.reset-password', { fresh: true })
  .input(z.object({
    id: z.coerce.number().int().positive().max(2_147_483_647),
    reason: z.string().trim().min(4).max(200),
    hash: z.string().startsWith('scrypt$'),
    secret: z.string().min(12),
  }))
  .load(({ tx, input }) => accountById(tx, input.id))
  .can(mayManage)
  .run(async ({ tx, input, subject }) => {
    await tx.execute(sql`update accounts set password_hash = ${issued(input.hash)} where id = ${subject.id}`);
    await tx.execute(sql`delete from sign_in_failures where username = ${subject.username}`);
    return { id: subject.id, username: subject.username, endedSessions: await endSessions(tx, subject.id), reason: input.reason, secret: input.secret };
  });
