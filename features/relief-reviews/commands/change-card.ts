import 'server-only';
import { sql } from 'drizzle-orm';
import { recordStep } from '@/db/relief-cases';
import { lockStanding } from '@/db/relief-standing';
import { seal } from '@/db/vault';
import { cardTail } from '@/domain/card';
import { CARD_CHANGE } from '@/domain/relief-review';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayChangeCard, partInCase } from '../policy';

const NAME = 'relief.change-card';

/** Enters another account for a case, of one of its people. Nothing is paid to it before a second person confirmed it and its hours are over. */
export const changeCard = command('relief.change-card', { fresh: true })
  .input(CARD_CHANGE)
  .load(({ tx, viewer, input }) => lockStanding(tx, input.id, viewer.personId))
  .can(mayChangeCard)
  .run(async ({ tx, viewer, subject, input: { holder, bank, secretCard, reason } }) => {
    const { rows: [person] } = await tx.execute<{ name: string }>(sql`select name from relief_people where id = ${holder} and case_id = ${subject.id}`);
    if (!person) throw new Refusal('invalid', NAME, [{ field: 'holder', problem: 'choice' }]);
    // The number is sealed for its row, so the row has its id before it is written.
    const { rows: [next] } = await tx.execute<{ id: number }>(sql`select nextval('relief_cards_id_seq')::int as id`);
    if (!next) return null;
    await tx.execute(sql`
      insert into relief_cards (id, case_id, division, holder_id, holder, bank, card, card_tail, is_change, entered_by, reason)
      values (${next.id}, ${subject.id}, ${subject.division}, ${holder}, ${person.name}, ${bank}, ${seal(secretCard, `relief_cards:${next.id}:card`)}, ${cardTail(secretCard)}, true, ${viewer.personId}, ${reason})`);
    await recordStep(tx, subject, { part: partInCase(viewer, subject), verb: 'change-card', by: viewer.personId, note: reason });
    return { id: subject.id, division: subject.division, cardId: next.id, holder: person.name, bank, cardTail: cardTail(secretCard), reason };
  });
