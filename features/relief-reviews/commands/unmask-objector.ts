import 'server-only';
import { sql } from 'drizzle-orm';
import { lockStanding } from '@/db/relief-standing';
import { open } from '@/db/vault';
import { OBJECTOR_UNMASK } from '@/domain/relief-review';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayAnswerObjection } from '../policy';

/**
 * Shows the telephone that whoever objected left, to who may answer them, with a reason. The look stands on the case alone: who
 * reads the household's own record does not learn that somebody left one.
 */
export const unmaskObjector = command('relief.unmask-objector', { fresh: true })
  .input(OBJECTOR_UNMASK)
  .load(({ tx, viewer, input }) => lockStanding(tx, input.id, viewer.personId))
  .can(mayAnswerObjection)
  .run(async ({ tx, subject, input: { objection, reason } }) => {
    const { rows: [found] } = await tx.execute<{ phone: Buffer | null }>(sql`select phone from relief_objections where case_id = ${subject.id} and id = ${objection}`);
    if (!found?.phone) throw new Refusal('not-found', 'relief.unmask-objector');
    return { id: subject.id, division: subject.division, objection, reason, secret: open(found.phone, `relief_objections:${objection}:phone`) };
  });
