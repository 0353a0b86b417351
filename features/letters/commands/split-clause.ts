import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/fence';
import { SPLIT_KINDS, splitParent, type SplitParent, type SplitUnit, splitUnits } from '@/db/letter-split';
import { beginLetter, lockLetter, moveLetter, openVersion, writeClauses } from '@/db/letters';
import type { LetterKind } from '@/domain/letter';
import { REASON_MIN, SPLIT, type SplitInput } from '@/domain/letter-input';
import { addsUpOver, isLess } from '@/domain/letter-proof';
import type { Viewer } from '@/domain/viewer';
import { audit } from '@/server/audit';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { maySplit } from '../policy';

const NAME = 'clause.split';

/**
 * Gives a target to the level below: a part for each unit, as clauses in drafts. A letter that is signed gets an amendment; one
 * that lies before both sides is left alone and named. Units whose part stays as it is are not touched. A gap must be accepted.
 */
export const splitClause = command('clause.split', { kind: 'letter-split', fresh: true })
  .input(SPLIT)
  .load(async ({ tx, input }) => {
    const parent = await splitParent(tx, input);
    return parent && (SPLIT_KINDS[parent.issuer] ?? []).includes(input.kind) ? parent : null;
  })
  .can(maySplit)
  .run(async ({ tx, viewer, input, subject: parent, address }) => {
    const units = await splitUnits(tx, parent, input.kind);
    const changes = changesOf(units, input);
    if (changes.some(({ unit }) => unit.seen !== input.seen[unit.post])) throw new Refusal('conflict', NAME);
    check(parent, units, changes, input);
    const letters: number[] = [];
    for (const { unit, value } of changes) {
      const before = unit.parts;
      const id = unit.letterId ?? (await begin(tx, parent, unit, input.kind, viewer));
      await write(tx, id, { parent, unit, value, viewer, reason: input.reason });
      await audit(tx, viewer, { command: NAME, kind: 'letter', id, division: unit.division, address, before: { parts: before.map(({ target }) => target) }, after: { parent: parent.id, target: value, reason: input.reason } });
      letters.push(id);
    }
    return { id: parent.id, division: parent.division, kind: input.kind, letters };
  });

interface Change { readonly unit: SplitUnit; readonly value: number }

/** What differs from what is there: another value, or the same one carried twice. An empty field leaves a unit as it is. */
function changesOf(units: readonly SplitUnit[], { values }: SplitInput): Change[] {
  return units.flatMap((unit) => {
    const value = values[unit.post] ?? null;
    return value === null || (unit.parts.length === 1 && unit.parts[0]!.target === value) ? [] : [{ unit, value }];
  });
}

function check(parent: SplitParent, units: readonly SplitUnit[], changes: readonly Change[], input: SplitInput): void {
  if (changes.length === 0) throw new Refusal('invalid', NAME, [], 'split-nothing');
  const offered = changes.filter(({ unit }) => unit.state === 'offered');
  if (offered.length > 0) throw new Refusal('invalid', NAME, offered.map(({ unit }) => ({ field: `values.${unit.post}`, problem: 'letter-offered' })));
  if (changes.some(({ unit }) => unit.state === 'signed') && [...input.reason].length < REASON_MIN) throw new Refusal('invalid', NAME, [{ field: 'reason', problem: 'reason' }]);
  const given = new Map(changes.map(({ unit, value }) => [unit.post, value]));
  const sum = units.reduce((total, unit) => total + (given.get(unit.post) ?? unit.parts.reduce((own, { target }) => own + target, 0)), 0);
  const gap = Math.round((parent.target - sum) * 1e6) / 1e6;
  if (addsUpOver(parent.indicator) && gap !== 0 && !input.accept) throw new Refusal('invalid', NAME, [{ field: 'accept', problem: 'split-gap', limit: gap }]);
  const loose = changes.filter(({ value }) => !addsUpOver(parent.indicator) && (isLess(parent.indicator) ? value > parent.target : value < parent.target));
  if (loose.length > 0 && !input.accept) throw new Refusal('invalid', NAME, loose.map(({ unit }) => ({ field: `values.${unit.post}`, problem: 'split-loose', limit: parent.target })));
}

async function begin(tx: Tx, { year, postId, issuer, line }: SplitParent, unit: SplitUnit, kind: LetterKind, viewer: Viewer): Promise<number> {
  const id = await beginLetter(tx, { year, kind, fromPostId: postId, toPostId: unit.post, toPersonId: null, division: unit.division, line: issuer === 'headquarters' && kind !== 'township' ? line : null }, viewer.personId);
  if (id === null) throw new Refusal('conflict', NAME);
  return id;
}

/** One unit's part into its letter's draft; the other parts of the same parent go. */
async function write(tx: Tx, id: number, { parent, unit, value, viewer, reason }: Change & { parent: SplitParent; viewer: Viewer; reason: string }): Promise<void> {
  const held = await lockLetter(tx, id);
  if (!held) throw new Refusal('conflict', NAME);
  const letter = held.state === 'draft' ? held : await openVersion(tx, held, viewer.personId, reason);
  if (unit.letterId !== null && `${held.version}.${held.revision}` !== unit.seen) throw new Refusal('conflict', NAME);
  const [first, ...more] = unit.parts;
  const no = first?.no ?? Math.max(0, ...letter.clauses.map((clause) => clause.no)) + 1;
  const { indicator, dueMonth, targetId, parentLetterId, parentNo } = parent;
  const text = letter.clauses.find((clause) => clause.no === no)?.text ?? parent.text;
  if (more.length > 0) await tx.execute(sql`delete from letter_clauses where letter_id = ${id} and version = ${letter.version} and no in ${more.map((one) => one.no)}`);
  await writeClauses(tx, letter, [{ no, indicator, target: value, dueMonth, text, targetId, parentLetterId, parentNo }]);
  if (!(await moveLetter(tx, { letter, verb: 'write', revision: letter.revision, by: viewer.personId, note: parent.text }))) throw new Refusal('conflict', NAME);
}
