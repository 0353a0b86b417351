import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { lockCase } from '@/db/relief-cases';
import { open } from '@/db/vault';
import { RELIEF_UNMASK } from '@/domain/relief-review';
import { audit } from '@/server/audit';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayUnmask } from '../policy';

const NAME = 'relief.unmask';

/** Where each sealed value of a case lies, and what it is sealed for. */
const SEALED = {
  'id-number': { place: (row: number) => `relief_people:${row}:id_number`, of: (id: number, row: number): SQL => sql`select id, id_number as sealed from relief_people where case_id = ${id} and id = ${row}` },
  card: { place: (row: number) => `relief_cards:${row}:card`, of: (id: number, row: number): SQL => sql`select id, card as sealed from relief_cards where case_id = ${id} and id = ${row}` },
  phone: { place: (row: number) => `relief_cases:${row}:phone`, of: (id: number): SQL => sql`select id, phone as sealed from relief_cases where id = ${id}` },
} as const;

/**
 * Shows one sealed value of a case in full, with a reason. The look stands on the case and, where the household is registered, on
 * the household's own record too.
 */
export const unmaskRelief = command('relief.unmask', { fresh: true })
  .input(RELIEF_UNMASK)
  .load(({ tx, input }) => lockCase(tx, input.id))
  .can((viewer, subject, { what }) => mayUnmask(viewer, subject, what))
  .run(async ({ tx, viewer, subject, input: { what, row = 0, reason }, address }) => {
    const { place, of } = SEALED[what];
    const { rows: [found] } = await tx.execute<{ id: number; sealed: Buffer | null }>(of(subject.id, row));
    if (!found?.sealed) throw new Refusal('not-found', NAME);
    const shown = { id: subject.id, division: subject.division, what, reason };
    if (subject.householdId !== null) {
      await audit(tx, viewer, { command: NAME, kind: 'household', id: subject.householdId, division: subject.division, after: { what, reason, case: subject.no }, address });
    }
    return { ...shown, secret: open(found.sealed, place(found.id)) };
  });
