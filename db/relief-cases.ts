import { type SQL, sql } from 'drizzle-orm';
import { type ReliefCause, type ReliefDeed, type ReliefPart, type ReliefRules, type ReliefState, type ReliefVerb, RELIEF_MOVES } from '@/domain/relief';
import type { Tx } from './fence';
import { LOCKS } from './locks';
import { reliefSteps } from './schema/relief';

/** A case as a command sees it, locked until the end of the transaction. Money in fen; `line` and `amount` null before there is one. */
export interface ReliefCase extends Record<string, unknown> {
  readonly id: number;
  readonly no: string;
  readonly division: string;
  readonly householdId: number | null;
  readonly headName: string;
  readonly subjectKey: string;
  readonly origin: 'clerk' | 'household';
  readonly cause: ReliefCause;
  readonly year: number;
  readonly rulesId: number;
  readonly line: number | null;
  readonly amount: number | null;
  readonly state: ReliefState;
  readonly round: number;
  readonly version: number;
}

export const CASE_COLUMNS: SQL = sql`c.id, c.no, c.division, c.household_id as "householdId", c.head_name as "headName", c.subject_key as "subjectKey", c.origin, c.cause, c.year,
  c.rules_id as "rulesId", c.line, c.amount::float8 as amount, c.state, c.round, c.version`;

/** The case, if it lies inside the fence, locked. */
export async function lockCase(tx: Tx, id: number): Promise<ReliefCase | undefined> {
  const { rows } = await tx.execute<ReliefCase>(sql`select ${CASE_COLUMNS} from relief_cases c where c.id = ${id} for update`);
  return rows[0];
}

/** Writes down what happened to a case. `by` null: the household itself. The database refuses whoever acted in another part, and relatives. */
export async function recordStep(tx: Tx, { id, division, round }: Pick<ReliefCase, 'id' | 'division' | 'round'>, step: { part: ReliefPart; verb: ReliefDeed; by: number | null; note?: string | null }): Promise<void> {
  await tx.insert(reliefSteps).values({ caseId: id, division, round, part: step.part, verb: step.verb, personId: step.by, note: step.note ?? null });
}

/** Days a state may last by the rules the case keeps; null where nobody is awaited. */
const LIMIT: Partial<Record<ReliefState, SQL>> = { applied: sql`r.village_days`, reviewed: sql`r.township_days`, noticed: sql`r.notice_days + r.district_days` };

/**
 * Moves a case by its table of states, with the step. Compare-and-set on state and version: null when somebody was faster, or the
 * state does not allow it. The end of the next step's days is set: full days from the next midnight in Asia/Shanghai. `set` are
 * further columns, such as sql`, amount = 1`.
 */
export async function moveCase(tx: Tx, { case: its, verb, version, by, note, set = sql`` }: { case: ReliefCase; verb: ReliefVerb; version: number; by: number | null; note?: string | null; set?: SQL }): Promise<ReliefCase | null> {
  const { from, to, by: part } = RELIEF_MOVES[verb];
  if (its.version !== version || !(from as readonly ReliefState[]).includes(its.state)) return null;
  await recordStep(tx, its, { part, verb, by, note });
  const days = LIMIT[to];
  const due = days ? sql`((county_now() at time zone 'Asia/Shanghai')::date + 1 + (select ${days} from relief_rules r where r.id = c.rules_id))::timestamp at time zone 'Asia/Shanghai'` : sql`null`;
  const { rows } = await tx.execute<ReliefCase>(sql`
    update relief_cases c set state = ${to}, version = c.version + 1, due_at = ${due}${set}
    where c.id = ${its.id} and c.version = ${version} and c.state = ${its.state} returning ${CASE_COLUMNS}`);
  return rows[0] ?? null;
}

interface RulesRow extends Record<string, unknown> { id: number; fromDay: string; noticeDays: number; village: number; township: number; district: number; floor: number; topUpDays: number; cardHours: number; source: string }

const RULES_COLUMNS = sql`id, to_char(from_day, 'YYYY-MM-DD') as "fromDay", notice_days as "noticeDays", village_days as village, township_days as township, district_days as district,
  floor::float8 as floor, top_up_days as "topUpDays", card_hours as "cardHours", source`;

const rulesOf = ({ village, township, district, ...row }: RulesRow): ReliefRules => ({ ...row, days: { village, township, district } });

/** The fund's rules in force on the county's day; null in a county that has set none. */
export async function rulesToday(tx: Tx): Promise<ReliefRules | null> {
  const { rows } = await tx.execute<RulesRow>(sql`
    select ${RULES_COLUMNS} from relief_rules where from_day <= (county_now() at time zone 'Asia/Shanghai')::date order by from_day desc, id desc limit 1`);
  return rows[0] ? rulesOf(rows[0]) : null;
}

/** The version of the rules that a case keeps. */
export async function rulesById(tx: Tx, id: number): Promise<ReliefRules | null> {
  const { rows } = await tx.execute<RulesRow>(sql`select ${RULES_COLUMNS} from relief_rules where id = ${id}`);
  return rows[0] ? rulesOf(rows[0]) : null;
}

/** Holds the rules for one change at a time, until the transaction ends. */
export async function holdRules(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.reliefRules}, 0)`);
}

/** Every version of the rules, the latest first. */
export async function listRules(tx: Tx): Promise<ReliefRules[]> {
  const { rows } = await tx.execute<RulesRow>(sql`select ${RULES_COLUMNS} from relief_rules order by from_day desc, id desc`);
  return rows.map(rulesOf);
}
