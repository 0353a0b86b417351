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

/** The receiver of a hand-over confirms, once. */
export const takeOver = command('handover.take')
  .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }))
  .load(async ({ tx, input }) => (await tx.execute<Side>(sql`
    select id, division, to_person_id as "personId", taken_at as at from handovers where id = ${input.id}`)).rows[0])
  .can((viewer, subject) => mayConfirm(viewer, subject.personId))
  .run(async ({ tx, subject }) => (await tx.execute<Side>(sql`
    update handovers set taken_at = county_now() where id = ${subject.id} and taken_at is null
    returning id, division, to_person_id as "personId", taken_at as at`)).rows[0]);
