import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { households, members } from '@/db/schema/households';
import { open } from '@/db/vault';
import { may } from '@/domain/access';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';

const id = z.coerce.number().int().positive().max(2_147_483_647);

/**
 * Shows one sealed value in full: a member's ID number, the household's phone or card. A right of its own, with a reason, and a
 * line in the audit trail that says who saw which value and why, but not the value (`secret` is redacted).
 */
export const unmask = command('household.unmask', { fresh: true })
  .input(z.object({
    household: id,
    what: z.enum(['id-number', 'phone', 'card']),
    member: id.optional(),
    reason: z.string().trim().min(4).max(200),
  }))
  .load(async ({ tx, input }) => {
    const [household] = await tx.select({ id: households.id, division: households.division }).from(households).where(eq(households.id, input.household));
    return household;
  })
  .can((viewer) => may(viewer, 'households.unmask'))
  .run(async ({ tx, input, subject }) => {
    const { what, member, reason } = input;
    const shown = { id: subject.id, division: subject.division, what, reason };
    if (what === 'id-number') {
      const [row] = await tx.select({ id: members.id, sealed: members.idNumber }).from(members)
        .where(and(eq(members.id, member ?? 0), eq(members.householdId, subject.id)));
      if (!row?.sealed) throw new Refusal('not-found', 'household.unmask');
      return { ...shown, member: row.id, secret: open(row.sealed, `members:${row.id}:id_number`) };
    }
    const [row] = await tx.select({ sealed: households[what] }).from(households).where(eq(households.id, subject.id));
    if (!row?.sealed) throw new Refusal('not-found', 'household.unmask');
    return { ...shown, secret: open(row.sealed, `households:${subject.id}:${what}`) };
  });
