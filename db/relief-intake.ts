import { sql } from 'drizzle-orm';
import { idMask } from '@/domain/id-number';
import { lineOf, type PovertyLine } from '@/domain/income';
import type { ReliefCause, ReliefRules } from '@/domain/relief';
import { type ReliefAmount, reliefAmount, type Worksheet } from '@/domain/relief-amount';
import { type Judged, judge } from '@/domain/relief-eligibility';
import type { Relation, ReliefApplication } from '@/domain/relief-input';
import { readClock } from './clock';
import { type Tx, widened } from './fence';
import { rulesToday } from './relief-cases';
import { fingerprint, open } from './vault';

/** What is wrong with what was handed in, by field; `named`: the household or case it runs into, if that may be told. */
export interface IntakeProblem {
  readonly field: string;
  readonly problem: string;
  readonly named?: string;
}

/** Somebody of an application; `idNumber` only where it was typed, null for whoever the registry knows. */
export interface IntakePerson {
  readonly row: string | null;
  readonly name: string;
  readonly relation: Relation;
  readonly idHash: string | null;
  readonly idMask: string;
  readonly idNumber: string | null;
}

export interface IntakeHousehold extends Record<string, unknown> {
  readonly id: number;
  readonly no: string;
  readonly division: string;
  readonly headName: string;
  readonly exitedOn: string | null;
  readonly card: Buffer | null;
}

/** An application against the registry, the other applications, the line of its year and the rules of today. */
export interface Intake {
  readonly problems: readonly IntakeProblem[];
  readonly people: readonly IntakePerson[];
  readonly headName: string;
  readonly subjectKey: string;
  readonly account: { readonly holder: string; readonly bank: string; readonly card: string } | null;
  readonly rules: ReliefRules | null;
  readonly line: PovertyLine | null;
  readonly working: ReliefAmount | null;
  readonly judged: readonly Judged[];
}

/** A registered household inside the fence, held until the transaction ends. */
export async function lockHousehold(tx: Tx, id: number): Promise<IntakeHousehold | undefined> {
  const { rows } = await tx.execute<IntakeHousehold>(sql`
    select id, no, division, head_name as "headName", to_char(exited_on, 'YYYY-MM-DD') as "exitedOn", card from households where id = ${id} for no key update`);
  return rows[0];
}

/**
 * What an application comes to. `own`: the case it is handed in as, if there is one already; `evidence`: the pieces that show its
 * cause. Nothing is written.
 */
export async function takeIn(tx: Tx, input: ReliefApplication, { household, own, evidence }: { household: IntakeHousehold | null; own: number | null; evidence: number }): Promise<Intake> {
  const { today } = await readClock(tx);
  const people = household ? await registeredPeople(tx, household.id) : typedPeople(input);
  const headName = household?.headName ?? people[0]?.name ?? '';
  const subjectKey = household ? `h:${household.id}` : `i:${people[0]?.idHash}`;
  // The household itself may be sending in at this moment: whoever comes second sees what the first did.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subjectKey}, 0))`);
  const rules = await rulesToday(tx);
  const { line, working } = await workingOf(tx, input, people.length);
  const other = await otherCase(tx, { subjectKey, cause: input.cause, year: input.year, own });
  const problems = [
    ...(await strangers(tx, people)), ...(other ? [{ field: 'cause', ...nameable('relief-again', other.named || undefined) }] : await countedTwice(tx, people, input, own)),
  ];
  const card = input.account.card ?? (household?.card ? open(household.card, `households:${household.id}:card`) : null);
  if (!people.some(({ name }) => name === input.account.holder)) problems.push({ field: 'account.holder', problem: 'holder' });
  if (card === null) problems.push({ field: 'account.card', problem: 'required' });
  const judged = judge({ registered: household && { exitedOn: household.exitedOn }, cause: input.cause, evidence, appliedOn: today, working, other: other ? other.named : null });
  return { problems, people, headName, subjectKey, rules, line, working, judged, account: card === null ? null : { holder: input.account.holder, bank: input.account.bank, card } };
}

/** A worksheet against the line of its year: null where the year has none. */
export async function workingOf(tx: Tx, { year, worksheet }: { year: number; worksheet: Worksheet }, people: number): Promise<{ line: PovertyLine | null; working: ReliefAmount | null }> {
  const { rows } = await tx.execute<PovertyLine & Record<string, unknown>>(sql`select year, scope, fen, status, source from poverty_lines where year = ${year}`);
  const line = lineOf(rows, year);
  return { line, working: line && reliefAmount({ year, ...worksheet }, people, line) };
}

async function registeredPeople(tx: Tx, household: number): Promise<IntakePerson[]> {
  const { rows } = await tx.execute<IntakePerson & Record<string, unknown>>(sql`
    select null as row, name, relation, id_hash as "idHash", id_mask as "idMask", null as "idNumber" from members where household_id = ${household} order by relation <> 'head', born_on, id`);
  return rows;
}

const typedPeople = ({ people }: ReliefApplication): IntakePerson[] => people.map((one) => ({ ...one, idHash: fingerprint(one.idNumber), idMask: idMask(one.idNumber) }));

/** Whoever was typed and is of a registered household anywhere in the county: that household applies as registered. */
async function strangers(tx: Tx, people: readonly IntakePerson[]): Promise<IntakeProblem[]> {
  const typed = people.filter(({ row, idHash }) => row !== null && idHash !== null);
  if (typed.length === 0) return [];
  const found = await widened(tx, () => tx.execute<{ hash: string; household: number }>(sql`
    select id_hash as hash, household_id as household from members where id_hash in ${typed.map(({ idHash }) => idHash)}`));
  if (found.rows.length === 0) return [];
  // Read again inside the fence: only a household of the viewer's own ground is named.
  const { rows: near } = await tx.execute<{ id: number; no: string }>(sql`select id, no from households where id in ${found.rows.map(({ household }) => household)}`);
  return found.rows.map(({ hash, household }) => ({
    field: `people.${typed.find(({ idHash }) => idHash === hash)?.row}.idNumber`,
    ...nameable('registered-person', near.find(({ id }) => id === household)?.no),
  }));
}

const nameable = (problem: string, named: string | undefined): { problem: string; named?: string } => (named === undefined ? { problem: `${problem}-elsewhere` } : { problem, named });

/** The application of the same household, cause and year that is under way or was paid; its number only where it lies on the viewer's ground. */
export async function otherCase(tx: Tx, { subjectKey, cause, year, own }: { subjectKey: string; cause: ReliefCause; year: number; own: number | null }): Promise<{ named: string } | null> {
  const { rows: [other] } = await widened(tx, () => tx.execute<{ id: number }>(sql`
    select id from relief_cases where subject_key = ${subjectKey} and cause = ${cause} and year = ${year} and state not in ('refused', 'withdrawn') and id is distinct from ${own}::int limit 1`));
  if (!other) return null;
  const { rows: [near] } = await tx.execute<{ no: string }>(sql`select no from relief_cases where id = ${other.id}`);
  return { named: near?.no ?? '' };
}

/** Whoever is counted in another household's application for the same cause and year that is under way or was paid, or sent one in that is still to be completed. */
export async function countedTwice(tx: Tx, people: readonly Pick<IntakePerson, 'row' | 'idHash'>[], { cause, year }: Pick<ReliefApplication, 'cause' | 'year'>, own: number | null): Promise<IntakeProblem[]> {
  const hashes = people.flatMap(({ idHash }) => (idHash === null ? [] : [idHash]));
  if (hashes.length === 0) return [];
  const { rows: [found] } = await widened(tx, () => tx.execute<{ id: number; hash: string }>(sql`
    select c.id, p.hash from relief_cases c join (
      select case_id, id_hash as hash from relief_people where id_hash in ${hashes}
      union all select id, substr(subject_key, 3) from relief_cases where subject_key in ${hashes.map((hash) => `i:${hash}`)}) as p on p.case_id = c.id
    where c.cause = ${cause} and c.year = ${year} and c.state not in ('refused', 'withdrawn') and c.id is distinct from ${own}::int limit 1`));
  if (!found) return [];
  const { rows: [near] } = await tx.execute<{ no: string }>(sql`select no from relief_cases where id = ${found.id}`);
  const row = people.find(({ idHash }) => idHash === found.hash)?.row;
  return [{ field: row == null ? 'cause' : `people.${row}.idNumber`, ...nameable('person-counted', near?.no) }];
}
