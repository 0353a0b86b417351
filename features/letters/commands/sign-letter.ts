import 'server-only';
import { sql } from 'drizzle-orm';
import { lastLetterStep, lockLetter, moveLetter, sealedText } from '@/db/letters';
import { letterSignatures } from '@/db/schema/letters';
import { SIGNING } from '@/domain/letter-input';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { sidesOf, signable } from '../policy';

const NAME = 'letter.sign';

/**
 * Signs for one's side what was read: the hash of the text on the screen, of the text that was offered and of the clauses as
 * they are must be one. The second signature puts the version in force and supersedes the one before.
 */
export const signLetter = command('letter.sign', { lastStep: lastLetterStep })
  .input(SIGNING)
  .load(({ tx, input }) => lockLetter(tx, input.id))
  .can((viewer, letter) => sidesOf(viewer, letter).length > 0)
  .run(async ({ tx, viewer, subject, input }) => {
    const { id, division, version, signed } = subject;
    const { hash } = sealedText(subject);
    const side = signable(viewer, subject);
    if (subject.state === 'offered' && side === null && signed.some(({ personId }) => personId === viewer.personId) && signed.length === 1) throw new Refusal('forbidden', NAME, [], 'signed-already');
    if (side === null || input.version !== version || input.hash !== hash || subject.hash !== hash) return null;
    await tx.insert(letterSignatures).values({ letterId: id, version, side, division, personId: viewer.personId, hash });
    const last = signed.length > 0;
    if (last && subject.inForce !== null) await supersede(subject.inForce);
    const moved = await moveLetter(tx, { letter: subject, verb: last ? 'conclude' : 'sign', revision: subject.revision, by: viewer.personId });
    if (moved && last) await tx.execute(sql`update letters set in_force = ${version} where id = ${id}`);
    return moved && { ...moved, side, hash };

    async function supersede(old: number): Promise<void> {
      const { rows } = await tx.execute<{ revision: number }>(sql`select revision from letter_versions where letter_id = ${id} and no = ${old}`);
      await moveLetter(tx, { letter: { id, division, version: old }, verb: 'supersede', revision: rows[0]?.revision ?? 0, by: viewer.personId });
    }
  });
