import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readClock } from '@/db/clock';
import { type Safeguard, SAFEGUARDS } from '@/domain/household';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayCorrect } from '../policy';

const NAME = 'household.record-safeguard';

interface Secured extends Record<string, unknown> {
  id: number;
  division: string;
  schoolingSince: string | null;
  medicalSince: string | null;
  housingSince: string | null;
  waterSince: string | null;
  electricitySince: string | null;
  broadcastSince: string | null;
  version: number;
}

const COLUMNS = sql`id, division, schooling_since as "schoolingSince", medical_since as "medicalSince", housing_since as "housingSince",
  water_since as "waterSince", electricity_since as "electricitySince", broadcast_since as "broadcastSince", version`;

const COLUMN = {
  schooling: sql`schooling_since`, medical: sql`medical_since`, housing: sql`housing_since`, water: sql`water_since`,
  electricity: sql`electricity_since`, broadcast: sql`broadcast_since`,
} as const satisfies Record<Safeguard, unknown>;

/** Records since when one of the six safeguards of a household is secured, or that it is not. No indicator counts them. */
export const recordSafeguard = command('household.record-safeguard')
  .input(z.object({
    id: z.coerce.number().int().positive(),
    version: z.coerce.number().int().positive(),
    safeguard: z.enum(SAFEGUARDS),
    since: z.union([z.literal('').transform(() => null), z.iso.date()]),
    reason: z.string().trim().min(4).max(500),
  }))
  .load(async ({ tx, input }) => (await tx.execute<Secured>(sql`select ${COLUMNS} from households where id = ${input.id}`)).rows[0])
  .can(mayCorrect)
  .run(async ({ tx, input, subject }) => {
    const { today } = await readClock(tx);
    if (input.since && input.since > today) throw new Refusal('invalid', NAME, [{ field: 'since', problem: 'future-day' }]);
    if (input.since === subject[`${input.safeguard}Since`]) throw new Refusal('invalid', NAME, [{ field: 'since', problem: 'unchanged' }]);
    const { rows } = await tx.execute<Secured>(sql`
      update households set ${COLUMN[input.safeguard]} = ${input.since}::date, version = version + 1
      where id = ${input.id} and version = ${input.version} returning ${COLUMNS}`);
    return rows[0] && { ...rows[0], reason: input.reason };
  });
