import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '@/server/command';
import { mayRead } from '../policy';

type Row = { id: number; personId: number; readAt: string | null };

/** Marks one of one's own messages as read; again is no mistake. */
export const readMessage = command('message.read')
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }))
  .load(async ({ tx, input }) => (await tx.execute<Row>(sql`select id, person_id as "personId", read_at as "readAt" from inbox_messages where id = ${input.id} for update`)).rows[0])
  .can(mayRead)
  .run(async ({ tx, subject }) => (await tx.execute<Row>(sql`
    update inbox_messages set read_at = coalesce(read_at, county_now()) where id = ${subject.id} returning id, person_id as "personId", read_at as "readAt"`)).rows[0]);
