import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { lockCase, moveCase } from '@/db/relief-cases';
import { reliefTouches } from '@/db/relief-touches';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayManage } from '../policy';

const NAME = 'relief.reinstate';
const id = z.coerce.number().int().positive().max(2_147_483_647);

/** A case whose payment failed waits to be paid again, with a reason, once it has an account that may be paid to. */
export const reinstateCase = command('relief.reinstate')
  .input(z.object({ id, version: id, reason: z.string().trim().min(4).max(200) }))
  .load(({ tx, input }) => lockCase(tx, input.id))
  .can(mayManage)
  .run(async ({ tx, viewer, input, subject }) => {
    if (subject.state !== 'failed') return null;
    const { rows: [account] } = await tx.execute<{ usable: boolean }>(sql`select relief_usable_card(${subject.id}) is not null as usable`);
    if (!account?.usable) throw new Refusal('invalid', NAME, [], 'relief-card-unusable');
    return moveCase(tx, { case: subject, verb: 'reinstate', version: input.version, by: viewer.personId, note: input.reason });
  })
  .touches(({ tx, after }) => reliefTouches(tx, after.id));
