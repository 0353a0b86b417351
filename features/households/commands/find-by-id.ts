import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { fingerprint } from '@/db/vault';
import { command } from '@/server/command';
import { mayOpen } from '../policy';

/**
 * Finds the household of a person by the whole ID number, through its fingerprint. A command, because every look-up is recorded.
 * The field is called secret so that the number is never sent back to the screen.
 */
export const findById = command('household.find-by-id', { fresh: true })
  .input(z.object({ secretId: z.string().trim().toUpperCase().regex(/^\d{17}[\dX]$/) }))
  .load(async ({ tx, input }) => {
    const { rows } = await tx.execute<{ id: number; division: string }>(sql`
      select household_id as id, division from members where id_hash = ${fingerprint(input.secretId)}`);
    return rows[0];
  })
  .can(mayOpen)
  .run(async ({ subject }) => subject);
