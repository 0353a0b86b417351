import 'server-only';
import { sql } from 'drizzle-orm';
import { recordStep } from '@/db/relief-cases';
import { lockStanding } from '@/db/relief-standing';
import { reliefTouches } from '@/db/relief-touches';
import { OBJECTION_ANSWER } from '@/domain/relief-review';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayAnswerObjection } from '../policy';

/**
 * Somebody who had no part in a case answers what was objected, once. An objection that is upheld keeps the case from being
 * approved: the district sends it back or refuses it.
 */
export const answerObjection = command('relief.answer')
  .input(OBJECTION_ANSWER)
  .load(({ tx, viewer, input }) => lockStanding(tx, input.id, viewer.personId))
  .can(mayAnswerObjection)
  .run(async ({ tx, viewer, subject, input: { objection, upheld, answer } }) => {
    const { rows: [asked] } = await tx.execute<{ answered: boolean; who: string | null; at: number | null }>(sql`
      select o.answered_at is not null as answered, p.name as who, (extract(epoch from o.answered_at) * 1000)::float8 as at
      from relief_objections o left join people p on p.id = o.answered_by where o.id = ${objection} and o.case_id = ${subject.id} for update of o`);
    if (!asked) throw new Refusal('not-found', 'relief.answer');
    if (asked.answered) throw new Refusal('conflict', 'relief.answer', [], undefined, { who: asked.who ?? '', deed: 'relief.answer', at: asked.at ?? 0 });
    await recordStep(tx, subject, { part: 'objection', verb: 'answer', by: viewer.personId, note: answer });
    await tx.execute(sql`
      update relief_objections set answered_at = county_now(), answered_by = ${viewer.personId}, answer = ${answer}, upheld = ${upheld} where id = ${objection}`);
    return { id: subject.id, division: subject.division, objection, upheld, answer };
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));
