import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '@/server/command';
import { mayConfirm } from '../policy';

interface Side extends Record<string, unknown> {
  id: number;
  division: string;
  personId: number | null;
  at: string | null;
}

/** The giver of a hand-over confirms, once. */
export const giveOver = command('handover.give')
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }))
  .load(async ({ tx, input }) => (await tx.execute<Side>(sql`
    select id, division, from_person_id as "personId", given_at as at from handovers where id = ${input.id}`)).rows[0])
  .can((viewer, subject) => mayConfirm(viewer, subject.personId))
  .run(async ({ tx, subject }) => (await tx.execute<Side>(sql`
    update handovers set given_at = county_now() where id = ${subject.id} and given_at is null
    returning id, division, from_person_id as "personId", given_at as at`)).rows[0]);
