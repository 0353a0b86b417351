import 'server-only';
import { sql } from 'drizzle-orm';
import { recordStep } from '@/db/relief-cases';
import { lockStanding } from '@/db/relief-standing';
import { CARD_CONFIRMED } from '@/domain/relief-review';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayConfirmCard, partInCase } from '../policy';

const NAME = 'relief.confirm-card';

/** A second person confirms a changed account, once; whoever entered it does not. */
export const confirmCard = command('relief.confirm-card', { fresh: true })
  .input(CARD_CONFIRMED)
  .load(({ tx, viewer, input }) => lockStanding(tx, input.id, viewer.personId))
  .can(mayConfirmCard)
  .run(async ({ tx, viewer, subject, input: { card } }) => {
    const { rows: [entered] } = await tx.execute<{ by: number | null; confirmed: boolean; change: boolean }>(sql`
      select entered_by as by, confirmed_at is not null as confirmed, is_change as change from relief_cards where id = ${card} and case_id = ${subject.id} for update`);
    if (!entered?.change) throw new Refusal('not-found', NAME);
    if (entered.by === viewer.personId) throw new Refusal('forbidden', NAME, [], 'relief-own-card');
    if (entered.confirmed) return null;
    await recordStep(tx, subject, { part: partInCase(viewer, subject), verb: 'confirm-card', by: viewer.personId });
    await tx.execute(sql`update relief_cards set confirmed_by = ${viewer.personId}, confirmed_at = county_now() where id = ${card}`);
    return { id: subject.id, division: subject.division, cardId: card };
  });
