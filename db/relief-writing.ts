import { type SQL, sql } from 'drizzle-orm';
import { cardTail } from '@/domain/card';
import type { ReliefRules } from '@/domain/relief';
import type { Worksheet } from '@/domain/relief-amount';
import type { Tx } from './fence';
import type { ReliefCase } from './relief-cases';
import type { Intake, IntakePerson } from './relief-intake';
import { reliefCards, reliefEvidence, reliefPeople, reliefWorksheets } from './schema/relief';
import { seal } from './vault';

/** A file of an application, made safe (server/evidence-file.ts). */
export interface ReliefFile {
  readonly name: string;
  readonly type: 'image/jpeg' | 'application/pdf';
  readonly content: Buffer;
}

type Of = Pick<ReliefCase, 'id' | 'division'>;

/** The number of an application that is about to be written, and how it is named: JZ2018-000012, by the year it is handed in. */
export async function nextCase(tx: Tx, today: string): Promise<{ id: number; no: string }> {
  const id = await numberOf(tx, 'relief_cases');
  return { id, no: `JZ${today.slice(0, 4)}-${String(id).padStart(6, '0')}` };
}

/** The end of the village's days, counted in full days from the next midnight. */
export const firstDue = (rules: ReliefRules): SQL =>
  sql`((county_now() at time zone 'Asia/Shanghai')::date + 1 + ${rules.days.village}::int)::timestamp at time zone 'Asia/Shanghai'`;

/** A row's number before there is a row: what is sealed is sealed for it, and most of these tables take no update. */
async function numberOf(tx: Tx, table: 'relief_cases' | 'relief_people' | 'relief_cards'): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(sql`select nextval(pg_get_serial_sequence(${table}, 'id'))::int as id`);
  return rows[0]!.id;
}

/** The people of a case; who was typed with the ID number sealed. `known`: fingerprints of those it has already. */
async function writePeople(tx: Tx, { id: caseId, division }: Of, people: readonly IntakePerson[], known: readonly string[]): Promise<void> {
  for (const { name, relation, idHash, idMask: mask, idNumber } of people) {
    if (idHash !== null && known.includes(idHash)) continue;
    const id = await numberOf(tx, 'relief_people');
    await tx.insert(reliefPeople).values({ id, caseId, division, name, relation, idHash, idMask: mask, idNumber: idNumber === null ? null : seal(idNumber, `relief_people:${id}:id_number`) });
  }
}

/** The account a case is paid to. The database takes it for a change when there is one already. */
async function writeCard(tx: Tx, { id: caseId, division }: Of, account: NonNullable<Intake['account']>, by: number): Promise<void> {
  const { rows: [holder] } = await tx.execute<{ id: number }>(sql`select id from relief_people where case_id = ${caseId} and name = ${account.holder} order by id limit 1`);
  if (!holder) throw new Error('an account of a stranger');
  const id = await numberOf(tx, 'relief_cards');
  await tx.insert(reliefCards).values({
    id, caseId, division, holderId: holder.id, holder: account.holder, bank: account.bank,
    card: seal(account.card, `relief_cards:${id}:card`), cardTail: cardTail(account.card), enteredBy: by,
  });
}

/** The applicant's worksheet of a round. */
export async function writeWorksheet(tx: Tx, { id: caseId, division, round }: Of & { round: number }, worksheet: Worksheet, by: number, explanation: string | null = null): Promise<void> {
  await tx.insert(reliefWorksheets).values({ caseId, division, round, part: 'applicant', personId: by, ...worksheet, explanation });
}

/** Files that show the cause. Returns how many. */
export async function writeEvidence(tx: Tx, { id: caseId, division }: Of, files: readonly ReliefFile[], by: number): Promise<number> {
  for (const { name, type, content } of files) await tx.insert(reliefEvidence).values({ caseId, division, name: name.slice(-200), type, size: content.length, content, addedBy: by });
  return files.length;
}

/** All that belongs to a case that is handed in, for the first time: people, worksheet, account, evidence. */
export async function writeParts(tx: Tx, its: Of & { round: number }, { people, account }: Intake, { worksheet, files, by, known = [] }: { worksheet: Worksheet; files: readonly ReliefFile[]; by: number; known?: readonly string[] }): Promise<void> {
  await writePeople(tx, its, people, known);
  await writeWorksheet(tx, its, worksheet, by);
  if (account) await writeCard(tx, its, account, by);
  await writeEvidence(tx, its, files, by);
}

