import 'server-only';
import { sql } from 'drizzle-orm';
import { recordStep } from '@/db/relief-cases';
import { reliefTouches } from '@/db/relief-touches';
import { seal } from '@/db/vault';
import { OBJECTION } from '@/domain/public-input';
import { z } from 'zod';
import { command } from '@/server/command';
import { mayAsPublic } from '../policy';

const TAIL = 4;

interface Noticed extends Record<string, unknown> {
  readonly id: number;
  readonly caseId: number;
  readonly division: string;
  readonly round: number;
}

/**
 * Takes an objection to a notice that hangs out, with or without a name; the case stops until it is answered. `source` is the
 * keyed print of where it came from. The same text from there again is the same objection.
 */
export const object = command('relief.object', { kind: 'relief', fresh: true })
  .input(OBJECTION.extend({ source: z.string().min(1) }))
  .load(async ({ tx, input: { notice } }) => {
    // Of two objections at once the second waits for the first: the case is locked, as by whoever decides on it.
    const { rows: [found] } = await tx.execute<Noticed>(sql`
      select c.id, c.id as "caseId", c.division, n.round from relief_notices n join relief_cases c on c.id = n.case_id
      where n.id = ${notice} and n.taken_down_at is null and n.opens_at <= county_now() and n.closes_at > county_now() for update of c`);
    return found;
  })
  .can(mayAsPublic)
  .run(async ({ tx, input: { notice, text, name, phone, source }, subject: { caseId, division, round } }) => {
    const { rows: [before] } = await tx.execute<{ id: number }>(sql`
      select id from relief_objections where notice_id = ${notice} and source = ${source} and text = ${text}`);
    if (before) return { id: caseId, division, already: true as const };
    const { rows: [made] } = await tx.execute<{ id: number }>(sql`
      with next as (select nextval(pg_get_serial_sequence('relief_objections', 'id'))::int as id) select id from next`);
    if (!made) return null;
    await tx.execute(sql`
      insert into relief_objections (id, case_id, notice_id, division, text, objector, phone, phone_tail, source)
      values (${made.id}, ${caseId}, ${notice}, ${division}, ${text}, ${name ?? null}, ${phone && seal(phone, `relief_objections:${made.id}:phone`)}, ${phone && phone.slice(-TAIL)}, ${source})`);
    await recordStep(tx, { id: caseId, division, round }, { part: 'objection', verb: 'object', by: null });
    return { id: caseId, division, objection: made.id, notice, anonymous: name === undefined };
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
