import pg from 'pg';
import { engine } from '../engine/engine';

type Query = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

const EVERYTHING = "select set_config('app.person', '0', true), set_config('app.from', '0', true), set_config('app.to', ':', true), set_config('app.townships', '*', true), set_config('app.households', '*', true)";

/** Work as the tables' owner, whom the relief fund's triggers do not ask: for states that take days and eight people to come to. */
export async function asOwner<T>(work: (query: Query) => Promise<T>): Promise<T> {
  const { DATABASE_OWNER_URL } = process.env;
  const own = DATABASE_OWNER_URL ? new pg.Client({ connectionString: DATABASE_OWNER_URL }) : null;
  await own?.connect();
  const pooled = own ? null : await (await engine()).pool.connect();
  const client = own ?? pooled!;
  try {
    await client.query(`begin; ${EVERYTHING}`);
    const done = await work(async <Row extends object>(text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as Row[]);
    await client.query('commit');
    return done;
  } catch (failure) {
    await client.query('rollback');
    throw failure;
  } finally {
    pooled?.release();
    await own?.end();
  }
}

/** The fund's rules from 2014 on, once. Returns their id. */
export async function makeRules(query: Query): Promise<number> {
  const found = await query<{ id: number }>('select id from relief_rules order by id limit 1');
  if (found[0]) return found[0].id;
  const [made] = await query<{ id: number }>(`
    insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source)
    values ('2014-01-01', 7, 5, 5, 5, 100000000, 30, 72, '测试') returning id`);
  return made!.id;
}

export interface MadeNotice {
  readonly caseId: number;
  readonly notice: number;
}

interface Wish {
  readonly village: string;
  readonly headName?: string;
  readonly household?: number;
  readonly receiptHash?: string;
  /** When it opens and closes, from the county's now. */
  readonly opens?: string;
  readonly closes?: string;
  readonly state?: string;
  readonly cause?: string;
  readonly paidMonth?: string;
}

/** A case on public notice, or paid since, with what hangs out of it. */
export async function makeNotice(query: Query, { village, headName = '王测试', household, receiptHash, opens = '-1 day', closes = '6 days', state = 'noticed', cause = 'illness', paidMonth }: Wish): Promise<MadeNotice> {
  const rules = await makeRules(query);
  const [its] = await query<{ id: number }>(`
    insert into relief_cases (no, division, household_id, head_name, subject_key, origin, cause, cause_text, year, rules_id, amount, state, version, receipt_hash)
    values (gen_random_uuid()::text, $1, $2, $3, gen_random_uuid()::text, 'clerk', $4, '住院自付三万元', 2018, $5, 630000, $6, 4, coalesce($7, gen_random_uuid()::text)) returning id`,
  [village, household ?? null, headName, cause, rules, state, receiptHash ?? null]);
  const [notice] = await query<{ id: number }>(`
    insert into relief_notices (case_id, round, division, masked_name, people, amount, opens_at, closes_at, paid_month)
    values ($1, 1, $2, $3, 3, 630000, county_now() + $4::interval, county_now() + $5::interval, $6) returning id`,
  [its!.id, village, `${headName[0]}**`, opens, closes, paidMonth ?? null]);
  return { caseId: its!.id, notice: notice!.id };
}
