import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { accountById, endSessions } from '@/db/accounts';
import { command } from '@/server/command';

/** Sets the viewer's own new hash and ends every session of the account. The action made the hash and checked the old password. */
export const changePassword = command('account.change-password', { fresh: true })
  .input(z.object({ hash: z.string().startsWith('scrypt$') }))
  .load(({ tx, viewer }) => accountById(tx, viewer.accountId))
  .can((viewer, account) => account.id === viewer.accountId)
  .run(async ({ tx, input, subject }) => {
    await tx.execute(sql`update accounts set password_hash = ${input.hash} where id = ${subject.id}`);
    return { id: subject.id, username: subject.username, endedSessions: await endSessions(tx, subject.id) };
  });
