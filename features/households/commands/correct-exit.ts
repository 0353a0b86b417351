import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readClock } from '@/db/clock';
import { exitDayProblem } from '@/domain/exit';
import { monthOf } from '@/domain/month';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayCorrect } from '../policy';

const NAME = 'household.correct-exit';

interface Exit extends Record<string, unknown> {
  id: number;
  division: string;
  registeredOn: string;
  exitedOn: string | null;
  version: number;
}

/** Corrects, sets or takes back the day a household left the list. Both months are measured again; a closed one keeps what was known then. */
export const correctExit = command('household.correct-exit')
  .input(z.object({
    id: z.coerce.number().int().positive(),
    version: z.coerce.number().int().positive(),
    exitedOn: z.union([z.literal('').transform(() => null), z.iso.date()]),
    reason: z.string().trim().min(4).max(500),
  }))
  .load(async ({ tx, input }) => {
    const { rows } = await tx.execute<Exit>(sql`
      select id, division, registered_on as "registeredOn", exited_on as "exitedOn", version from households where id = ${input.id}`);
    return rows[0];
  })
  .can(mayCorrect)
  .run(async ({ tx, input, subject }) => {
    const { today } = await readClock(tx);
    const problem = input.exitedOn && exitDayProblem(input.exitedOn, subject.registeredOn, today);
    if (problem) throw new Refusal('invalid', NAME, [{ field: 'exitedOn', problem }]);
    if (input.exitedOn === subject.exitedOn) throw new Refusal('invalid', NAME, [{ field: 'exitedOn', problem: 'unchanged' }]);
    const { rows } = await tx.execute<Exit>(sql`
      update households set exited_on = ${input.exitedOn}::date, version = version + 1 where id = ${input.id} and version = ${input.version}
      returning id, division, registered_on as "registeredOn", exited_on as "exitedOn", version`);
    return rows[0] && { ...rows[0], reason: input.reason };
  })
  .touches(({ subject, after }) => [...new Set([subject.exitedOn, after.exitedOn].flatMap((day) => (day ? [monthOf(day)] : [])))].flatMap((month) =>
    (['household-exits', 'person-exits', 'remaining-households', 'remaining-persons'] as const).map((register) => ({ register, division: subject.division, month }))));
