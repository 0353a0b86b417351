import 'server-only';
import { sql } from 'drizzle-orm';
import { fingerprint } from '@/db/vault';
import { may } from '@/domain/access';
import { FIND_BY_ID } from '@/domain/relief-input';
import { command } from '@/server/command';

/** Finds the household to apply for by the whole ID number of one of its people. A command, because every look-up is recorded. */
export const findHousehold = command('relief.find-household', { kind: 'household', fresh: true })
  .input(FIND_BY_ID)
  .load(async ({ tx, input }) => {
    const { rows } = await tx.execute<{ id: number; division: string }>(sql`select household_id as id, division from members where id_hash = ${fingerprint(input.secretId)}`);
    return rows[0];
  })
  .can((viewer) => may(viewer, 'relief.apply'))
  .run(async ({ subject, input }) => ({ ...subject, case: input.case }));
