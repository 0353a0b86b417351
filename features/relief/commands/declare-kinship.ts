import 'server-only';
import { kinships } from '@/db/schema/relief';
import { fingerprint } from '@/db/vault';
import { idMask } from '@/domain/id-number';
import { KINSHIP } from '@/domain/relief-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayDeclare } from '../policy';

/**
 * An officer says who they are and whose relative: nobody acts on an application of these people. Only the number's print is kept.
 * It is not taken back by whoever declared it.
 */
export const declareKinship = command('kinship.declare', { fresh: true })
  .input(KINSHIP)
  .load(async ({ viewer }) => ({ id: viewer.personId }))
  .can(mayDeclare)
  .run(async ({ tx, viewer, input: { relation, name, secretId } }) => {
    const [row] = await tx.insert(kinships).values({ personId: viewer.personId, relation, name, idHash: fingerprint(secretId), idMask: idMask(secretId) })
      .onConflictDoNothing().returning({ id: kinships.id });
    if (!row) throw new Refusal('invalid', 'kinship.declare', [{ field: 'secretId', problem: 'declared-before' }]);
    return { id: row.id, relation, name, idMask: idMask(secretId) };
  });
