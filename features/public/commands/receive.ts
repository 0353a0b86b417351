import 'server-only';
import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import { type Tx, widened } from '@/db/fence';
import { receiptFrom } from '@/db/receipts';
import { recordStep, rulesToday } from '@/db/relief-cases';
import { reliefTouches } from '@/db/relief-touches';
import { firstDue, nextCase } from '@/db/relief-writing';
import { fingerprint, seal } from '@/db/vault';
import { APPLICATION } from '@/domain/public-input';
import { incomeYearOf } from '@/domain/relief-eligibility';
import { command } from '@/server/command';
import { Refusal } from '@/server/errors';
import { mayAsPublic } from '../policy';

const NAME = 'relief.receive';
const TAIL = 4;

interface Registered extends Record<string, unknown> {
  readonly household: number;
  readonly headName: string;
  readonly name: string;
  readonly relation: string;
  readonly idMask: string;
}

/**
 * Takes in a household's own application, for its village to complete. The ID number says whose it is: a household of the village's
 * registry, or by its print one that is in none, whose people the village writes down when it completes the case. The receipt code is in the answer
 * and nowhere else; the form's own key makes it, so that a form sent twice has one.
 */
export const receive = command('relief.receive', { kind: 'relief', fresh: true })
  .input(APPLICATION)
  .load(async ({ tx, input: { village, name, idNumber } }) => {
    const { rows: [found] } = await tx.execute<{ code: string }>(sql`select code from divisions where code = ${village} and level = 'village'`);
    return found && { id: found.code, division: found.code, registered: await registeredHere(tx, fingerprint(idNumber), name) };
  })
  .can(mayAsPublic)
  .run(async ({ tx, input, subject: { division, registered } }) => {
    const rules = await rulesToday(tx);
    if (!rules) throw new Refusal('conflict', NAME, [], 'relief-not-open');
    const { today } = await readClock(tx);
    const year = incomeYearOf(today);
    const subjectKey = registered ? `h:${registered.household}` : `i:${fingerprint(input.idNumber)}`;
    const { code: secret, hash } = receiptFrom([input.key, subjectKey, input.cause, String(year)]);
    // Pressed twice: the second waits for the first, and is answered with the same receipt.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subjectKey}, 0))`);
    const { rows: [before] } = await tx.execute<{ id: number; no: string }>(sql`select id, no from relief_cases where receipt_hash = ${hash}`);
    if (before) return { ...before, division, secret, already: true as const };
    await refuseSecond(tx, { subjectKey, cause: input.cause, year });
    const made = { ...(await nextCase(tx, today)), division };
    const phone = input.phone ?? '';
    await tx.execute(sql`
      insert into relief_cases (id, no, division, household_id, head_name, subject_key, origin, cause, cause_text, year, rules_id, state, due_at, receipt_hash, phone, phone_tail)
      values (${made.id}, ${made.no}, ${division}, ${registered?.household ?? null}, ${registered?.headName ?? input.name}, ${subjectKey}, 'household', ${input.cause}, ${input.text}, ${year}, ${rules.id}, 'received',
        ${firstDue(rules)}, ${hash}, ${seal(phone, `relief_cases:${made.id}:phone`)}, ${phone.slice(-TAIL)})`);
    if (registered) await writeApplicant(tx, made, registered, input.idNumber);
    await recordStep(tx, { ...made, round: 1 }, { part: 'applicant', verb: 'receive', by: null });
    return { ...made, origin: 'household', cause: input.cause, year, secret };
  })
  .touches(({ tx, after }) => reliefTouches(tx, Number(after.id)));

/**
 * The household of the village that the person belongs to; null when they are in no registry of the county. Of another village: told to
 * apply there, without a word where. Whoever has a number without the name that goes with it learns nothing: the village finds out.
 */
async function registeredHere(tx: Tx, print: string, name: string): Promise<Registered | null> {
  const { rows: [member] } = await tx.execute<Registered>(sql`
    select h.id as household, h.head_name as "headName", m.name, m.relation, m.id_mask as "idMask" from members m join households h on h.id = m.household_id where m.id_hash = ${print} and m.name = ${name}`);
  if (member) return member;
  const { rows: elsewhere } = await widened(tx, () => tx.execute(sql`select from members where id_hash = ${print} and name = ${name}`));
  if (elsewhere.length > 0) throw new Refusal('conflict', NAME, [], 'relief-elsewhere');
  return null;
}

/** Who applied, so that the village completes the case for nobody else. A number that the registry keeps is not kept twice. */
async function writeApplicant(tx: Tx, { id: caseId, division }: { id: number; division: string }, { name, relation, idMask }: Registered, idNumber: string): Promise<void> {
  await tx.execute(sql`
    insert into relief_people (case_id, division, name, relation, id_hash, id_mask) values (${caseId}, ${division}, ${name}, ${relation}, ${fingerprint(idNumber)}, ${idMask})`);
}

async function refuseSecond(tx: Tx, { subjectKey, cause, year }: { subjectKey: string; cause: string; year: number }): Promise<void> {
  const { rows } = await widened(tx, () => tx.execute(sql`
    select from relief_cases where subject_key = ${subjectKey} and cause = ${cause} and year = ${year} and state not in ('refused', 'withdrawn')`));
  if (rows.length > 0) throw new Refusal('conflict', NAME, [], 'relief-applied');
}
