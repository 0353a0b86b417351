import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import type { Safeguards } from '@/domain/exit';
import type { Cause } from '@/domain/household';
import { assess, type Assessment, type Income, type PovertyLine } from '@/domain/income';
import type { Viewer } from '@/domain/viewer';

export interface HouseholdFacts extends Record<string, unknown> {
  id: number;
  no: string;
  headName: string;
  village: string;
  villageName: string;
  township: string;
  townshipName: string;
  groupNo: number;
  registeredOn: string;
  exitedOn: string | null;
  mainCause: Cause;
  otherCauses: Cause[];
  phoneTail: string | null;
  cardTail: string | null;
  version: number;
  today: string;
  safeguards: Safeguards;
}

export interface MemberRow extends Record<string, unknown> {
  id: number;
  name: string;
  relation: 'head' | 'spouse' | 'child' | 'parent' | 'grandchild' | 'sibling' | 'other';
  gender: 'male' | 'female';
  /** Full years on the county's day; the birth date itself stays in the database. */
  age: number;
  health: 'healthy' | 'chronic' | 'serious' | 'disabled';
  schooling: 'none' | 'preschool' | 'primary' | 'junior' | 'senior' | 'college';
  atSchool: boolean;
  labour: 'skilled' | 'ordinary' | 'weak' | 'none';
  idMask: string;
  job: { place: 'county' | 'province' | 'outside'; since: string } | null;
}

export interface HouseholdFile {
  household: HouseholdFacts;
  members: MemberRow[];
  /** Newest year first. */
  incomes: Assessment[];
}

/** One household's file: what it is, its people, its incomes against the lines. Null outside the viewer's fence, as for one that does not exist. */
export async function householdFile(viewer: Viewer, id: number): Promise<HouseholdFile | null> {
  return fenced(viewer, async (tx) => {
    const household = await factsOf(tx, id);
    if (!household) return null;
    const members = await membersOf(tx, id);
    return { household, members, incomes: await incomesOf(tx, id, members.length) };
  });
}

async function factsOf(tx: Tx, id: number): Promise<HouseholdFacts | undefined> {
  const { rows } = await tx.execute<HouseholdFacts>(sql`
    select h.id, h.no, h.head_name as "headName", h.division as village, village.name as "villageName", township.code as township,
      township.name as "townshipName", h.group_no as "groupNo", h.registered_on as "registeredOn", h.exited_on as "exitedOn",
      h.main_cause as "mainCause", to_json(h.other_causes) as "otherCauses", h.phone_tail as "phoneTail", h.card_tail as "cardTail", h.version,
      to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today,
      json_build_object('schooling', h.schooling_since, 'medical', h.medical_since, 'housing', h.housing_since, 'water', h.water_since,
        'electricity', h.electricity_since, 'broadcast', h.broadcast_since) as safeguards
    from households h join divisions village on village.code = h.division join divisions township on township.code = village.parent
    where h.id = ${id}`);
  return rows[0];
}

async function membersOf(tx: Tx, id: number): Promise<MemberRow[]> {
  const { rows } = await tx.execute<MemberRow>(sql`
    select m.id, m.name, m.relation, m.gender, date_part('year', age((county_now() at time zone 'Asia/Shanghai')::date, m.born_on))::int as age,
      m.health, m.schooling, m.at_school as "atSchool", m.labour, m.id_mask as "idMask",
      (select json_build_object('place', e.place, 'since', e.started_on) from employments e
        where e.household_id = ${id} and e.member_id = m.id order by e.started_on desc limit 1) as job
    from members m where m.household_id = ${id} order by m.relation <> 'head', m.born_on, m.id`);
  return rows;
}

async function incomesOf(tx: Tx, id: number, people: number): Promise<Assessment[]> {
  const incomes = await tx.execute<Income & Record<string, unknown>>(sql`
    select year, wage, business, property, transfer, cost from incomes where household_id = ${id} order by year desc`);
  if (incomes.rows.length === 0) return [];
  const lines = await tx.execute<PovertyLine & Record<string, unknown>>(sql`select year, scope, fen, status, source from poverty_lines`);
  return incomes.rows.map((income) => assess(income, people, lines.rows));
}
