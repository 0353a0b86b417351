import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { accounts } from '@/db/schema/accounts';
import { command } from '@/server/command';

/** Sets the viewer's own new hash and ends every session of the account. The action made the hash and checked the old password. */
export const changePassword = command('account.change-password', { fresh: true })
  .input(z.object({ hash: z.string().startsWith('scrypt$') }))
  .load(async ({ tx, viewer }) => {
    const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, viewer.accountId));
    return account;
  })
  .can((viewer, account) => account.id === viewer.accountId)
  .run(async ({ tx, input, subject }) => {
    await tx.update(accounts).set({ passwordHash: input.hash }).where(eq(accounts.id, subject.id));
    await tx.execute(sql`update sessions set revoked_at = now() where account_id = ${subject.id} and revoked_at is null`);
    return { id: subject.id, passwordChanged: true };
  });
