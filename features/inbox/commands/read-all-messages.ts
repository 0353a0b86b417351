import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '@/server/command';
import { mayRead } from '../policy';

/** Marks all of one's own messages as read. Its subject is the person. */
export const readAllMessages = command('message.read-all', { fresh: true })
  .input(z.object({}))
  .load(async ({ viewer }) => ({ id: viewer.personId, personId: viewer.personId }))
  .can(mayRead)
  .run(async ({ tx, subject }) => {
    const { rowCount } = await tx.execute(sql`update inbox_messages set read_at = county_now() where person_id = ${subject.personId} and read_at is null`);
    return { id: subject.id, marked: rowCount ?? 0 };
  });
