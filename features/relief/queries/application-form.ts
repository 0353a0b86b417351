import 'server-only';
import { sql } from 'drizzle-orm';
import { readClock } from '@/db/clock';
import { fenced, type Tx } from '@/db/fence';
import { OTHER_COLUMNS, type OtherCase, othersLive } from '@/db/relief-others';
import { rulesToday } from '@/db/relief-cases';
import { type Income, lineOf, type PovertyLine } from '@/domain/income';
import { incomeYearOf } from '@/domain/relief-eligibility';
import type { Relation } from '@/domain/relief-input';
import type { Viewer } from '@/domain/viewer';
import { villagesOf } from '../policy';

export interface FormPerson extends Record<string, unknown> {
  name: string;
  relation: Relation;
  idMask: string;
}

export interface FormHousehold extends Record<string, unknown> {
  id: number;
  no: string;
  division: string;
  headName: string;
  exitedOn: string | null;
  cardTail: string | null;
}

export interface ApplicationForm {
  today: string;
  /** The income years that may be applied for, the later one first, each with its line. */
  years: { year: number; line: PovertyLine | null }[];
  hasRules: boolean;
  /** Where the viewer hands in for. */
  villages: { code: string; name: string }[];
  household: FormHousehold | null;
  people: FormPerson[];
  /** What the registry knows of the household's incomes in these years. */
  incomes: Income[];
  /** Other applications of the household or its people. */
  others: OtherCase[];
}

/** What the form of an application starts from. `household` null: one that is in no registry. Null: no such household inside the fence. */
export async function applicationForm(viewer: Viewer, household: number | null): Promise<ApplicationForm | null> {
  return fenced(viewer, async (tx) => {
    const { today } = await readClock(tx);
    const running = incomeYearOf(today);
    const { rows: lines } = await tx.execute<PovertyLine & Record<string, unknown>>(sql`select year, scope, fen, status, source from poverty_lines where year in (${running}, ${running - 1})`);
    const years = [running, running - 1].map((year) => ({ year, line: lineOf(lines, year) }));
    const found = household === null ? null : await householdOf(tx, household);
    if (found === undefined) return null;
    const codes = villagesOf(viewer);
    const { rows: villages } = codes.length === 0 ? { rows: [] } : await tx.execute<{ code: string; name: string }>(sql`select code, name from divisions where code in ${codes} order by code`);
    return { today, years, villages, hasRules: (await rulesToday(tx)) !== null, household: found, ...(found ? await registered(tx, found.id, running) : { people: [], incomes: [], others: [] }) };
  });
}

async function householdOf(tx: Tx, id: number): Promise<FormHousehold | undefined> {
  const { rows } = await tx.execute<FormHousehold>(sql`
    select id, no, division, head_name as "headName", to_char(exited_on, 'YYYY-MM-DD') as "exitedOn", card_tail as "cardTail" from households where id = ${id}`);
  return rows[0];
}

async function registered(tx: Tx, id: number, running: number): Promise<Pick<ApplicationForm, 'people' | 'incomes' | 'others'>> {
  const { rows: people } = await tx.execute<FormPerson>(sql`select name, relation, id_mask as "idMask" from members where household_id = ${id} order by relation <> 'head', born_on, id`);
  const { rows: incomes } = await tx.execute<Income & Record<string, unknown>>(sql`
    select year, wage, business, property, transfer, cost from incomes where household_id = ${id} and year in (${running}, ${running - 1})`);
  const { rows: others } = await tx.execute<OtherCase>(sql`
    select ${OTHER_COLUMNS} from relief_cases o where ${othersLive}
      and (o.subject_key = ${`h:${id}`} or o.id in (select p.case_id from members m join relief_people p on p.id_hash = m.id_hash where m.household_id = ${id})) order by o.id`);
  return { people, incomes, others };
}
