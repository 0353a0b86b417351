import 'server-only';
import { sql } from 'drizzle-orm';
import { lockCase, moveCase } from '@/db/relief-cases';
import { lastCaseStep } from '@/db/relief-steps';
import { reliefTouches } from '@/db/relief-touches';
import { RELIEF_WITHDRAWAL } from '@/domain/relief-input';
import { command } from '@/server/command';
import { mayApply } from '../policy';

/** Takes an application back, before it is approved, with the household's reason. A notice that hangs is taken down. */
export const withdraw = command('relief.withdraw', { lastStep: lastCaseStep })
  .input(RELIEF_WITHDRAWAL)
  .load(({ tx, input }) => lockCase(tx, input.id))
  .can(mayApply)
  .run(async ({ tx, viewer, input: { id, version, reason }, subject }) => {
    const moved = await moveCase(tx, { case: subject, verb: 'withdraw', version, by: viewer.personId, note: reason });
    if (moved) await tx.execute(sql`update relief_notices set taken_down_at = county_now() where case_id = ${id} and taken_down_at is null`);
    return moved;
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
