import 'server-only';
import { sql } from 'drizzle-orm';
import { receiptHash } from '@/db/receipts';
import { lockCase, moveCase } from '@/db/relief-cases';
import { reliefTouches } from '@/db/relief-touches';
import { WITHDRAWAL } from '@/domain/public-input';
import { command } from '@/server/command';
import { mayAsPublic } from '../policy';

/** Takes an application back for its household, which shows itself by the receipt code. A notice that hangs out comes down. */
export const withdraw = command('relief.withdraw-by-receipt', { kind: 'relief' })
  .input(WITHDRAWAL)
  .load(async ({ tx, input: { code } }) => {
    const { rows: [found] } = await tx.execute<{ id: number }>(sql`select id from relief_cases where receipt_hash = ${receiptHash(code)}`);
    return found && lockCase(tx, found.id);
  })
  .can(mayAsPublic)
  .run(async ({ tx, input: { version, reason }, subject }) => {
    const moved = await moveCase(tx, { case: subject, verb: 'withdraw', version, by: null, note: reason });
    if (!moved) return null;
    await tx.execute(sql`update relief_notices set taken_down_at = county_now() where case_id = ${subject.id} and round = ${subject.round} and taken_down_at is null`);
    return moved;
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
