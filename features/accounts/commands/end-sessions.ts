import 'server-only';
import { z } from 'zod';
import { accountById, endSessions as end } from '@/db/accounts';
import { command } from '@/server/command';
import { mayManage } from '../policy';

/** Signs an account out everywhere. */
export const endSessions = command('account.end-sessions', { fresh: true })
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647), reason: z.string().trim().min(4).max(200) }))
  .load(({ tx, input }) => accountById(tx, input.id))
  .can(mayManage)
  .run(async ({ tx, input, subject }) => ({ id: subject.id, username: subject.username, endedSessions: await end(tx, subject.id), reason: input.reason }));
