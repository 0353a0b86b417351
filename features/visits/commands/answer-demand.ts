import 'server-only';
import { sql } from 'drizzle-orm';
import { demandTouches } from '@/db/visit-touches';
import type { DemandAnswer } from '@/domain/visit';
import { DEMAND_ANSWER } from '@/domain/visit-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayAnswer } from '../policy';

interface Demand extends Record<string, unknown> {
  id: number;
  division: string;
  household: number;
  raisedOn: string;
  dueOn: string | null;
  answeredOn: string | null;
  answer: DemandAnswer | null;
  answerText: string | null;
  who: string | null;
}

const COLUMNS = sql`d.id, d.division, d.household_id as household, to_char(d.raised_on, 'YYYY-MM-DD') as "raisedOn", to_char(d.due_on, 'YYYY-MM-DD') as "dueOn",
  to_char(d.answered_on, 'YYYY-MM-DD') as "answeredOn", d.answer, d.answer_text as "answerText"`;

/** Ends a demand with what became of it, once; whoever comes second hears who was first. */
export const answerDemand = command('demand.answer')
  .input(DEMAND_ANSWER)
  .load(async ({ tx, input }) => (await tx.execute<Demand>(sql`
    select ${COLUMNS}, (select p.name from people p where p.id = d.answered_by) as who from demands d where d.id = ${input.id} for update`)).rows[0])
  .can(mayAnswer)
  .run(async ({ tx, viewer, input, subject }) => {
    if (subject.answeredOn !== null) throw new Refusal('conflict', 'demand.answer', [], undefined, { who: subject.who ?? '', deed: 'demand.answer', at: Date.parse(`${subject.answeredOn}T12:00:00+08:00`) });
    const { rows } = await tx.execute<Demand>(sql`
      update demands d set answered_on = greatest((county_now() at time zone 'Asia/Shanghai')::date, d.raised_on), answered_by = ${viewer.personId}, answer = ${input.answer}, answer_text = ${input.text}
      where d.id = ${subject.id} and d.answered_on is null returning ${COLUMNS}, null as who`);
    return rows[0];
  })
  .touches(({ after }) => demandTouches(after));
