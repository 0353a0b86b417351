import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { engine } from '../engine/engine';
import type { Tx } from '../fence';
import { fingerprint, seal } from '../vault';

export interface ApprovedCase {
  readonly id: number;
  readonly no: string;
  readonly card: number;
  /** Fen. */
  readonly amount: number;
}

let serial = 0;

/** A card of 19 digits with its check digit; another at each call. */
function madeCard(): string {
  const body = `622848${String(++serial).padStart(12, '0')}`;
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

const one = async (tx: Tx, query: ReturnType<typeof sql>): Promise<number> => (await tx.execute<{ id: number }>(query)).rows[0]?.id ?? 0;

/** Work as the tables' owner, whom no trigger asks. */
async function asOwner<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return (await engine()).unhurried(async ({ pool }) => {
    const client = await pool.connect();
    try {
      await client.query(`begin; select set_config('app.from', '0', true), set_config('app.to', ':', true), set_config('app.townships', '*', true)`);
      const result = await run(drizzle(client) as unknown as Tx);
      await client.query('commit');
      return result;
    } catch (failure) {
      await client.query('rollback');
      throw failure;
    } finally {
      client.release();
    }
  });
}

/**
 * A case that three people reviewed and the district approved a day ago, its money reserved, with the account of its first
 * application: what a batch takes. `reviewers` are the village's, the township's and the district's, `amount` fen of one person.
 */
export async function makeApprovedCase(village: string, reviewers: readonly [number, number, number], { amount = 150_000, idHash = fingerprint(randomUUID()), subject = `i:${idHash}` } = {}): Promise<ApprovedCase> {
  return asOwner(async (tx) => {
    const rules = await one(tx, sql`select id from relief_rules order by id limit 1`);
    const no = `JZT${randomUUID().slice(0, 13)}`;
    const id = await one(tx, sql`
      insert into relief_cases (no, division, head_name, subject_key, origin, cause, cause_text, year, rules_id, line, line_scope, line_source, amount, state, version, receipt_hash)
      values (${no}, ${village}, '王测试', ${subject}, 'household', 'illness', '户主患病住院', 2017, ${rules}, ${amount}, 'Sichuan', '测试标准', ${amount}, 'approved', 4, ${fingerprint(`receipt ${no}`)}) returning id`);
    const person = await one(tx, sql`insert into relief_people (case_id, division, name, relation, id_hash, id_mask) values (${id}, ${village}, '王测试', 'head', ${idHash}, '5108**********0011') returning id`);
    await tx.execute(sql`
      insert into relief_worksheets (case_id, division, round, part, person_id, wage, business, property, transfer, cost)
      select ${id}, ${village}, 1, part, person, 0, 0, 0, 0, 0
      from (values ('applicant', null), ('village', ${reviewers[0]}::int), ('township', ${reviewers[1]}::int), ('district', ${reviewers[2]}::int)) as sheet (part, person)`);
    await tx.execute(sql`
      insert into relief_visits (case_id, division, round, part, person_id, visited_on, found, photo)
      select ${id}, ${village}, 1, part, person, '2018-02-01', '情况属实', '\\x00'
      from (values ('village', ${reviewers[0]}::int), ('township', ${reviewers[1]}::int), ('district', ${reviewers[2]}::int)) as visit (part, person)`);
    await tx.execute(sql`
      insert into relief_steps (case_id, division, round, part, person_id, verb)
      select ${id}, ${village}, 1, part, person, verb
      from (values ('applicant', null, 'apply'), ('village', ${reviewers[0]}::int, 'review'), ('township', ${reviewers[1]}::int, 'recheck'), ('district', ${reviewers[2]}::int, 'approve')) as step (part, person, verb)`);
    await tx.execute(sql`
      insert into relief_notices (case_id, round, division, masked_name, people, amount, opens_at, closes_at)
      values (${id}, 1, ${village}, '王*试', 1, ${amount}, county_now() - interval '10 days', county_now() - interval '1 day')`);
    const card = await one(tx, sql`select nextval('relief_cards_id_seq')::int as id`);
    const number = madeCard();
    await tx.execute(sql`
      insert into relief_cards (id, case_id, division, holder_id, holder, bank, card, card_tail)
      values (${card}, ${id}, ${village}, ${person}, '王测试', '农商银行', ${seal(number, `relief_cards:${card}:card`)}, ${number.slice(-4)})`);
    const entry = await one(tx, sql`insert into fund_entries (deed, key, booked_on, case_id) values ('reserve', ${`reserve:${id}:1`}, (county_now() at time zone 'Asia/Shanghai')::date, ${id}) returning id`);
    await tx.execute(sql`insert into fund_postings (entry_id, account, amount) values (${entry}, 'reserved', ${-amount}), (${entry}, 'unreserved', ${amount})`);
    return { id, no, card, amount };
  });
}

/** Another account of a case, as if it had been changed at an instant; confirmed by `by`, or not yet. */
export async function changeCardOf(id: number, { at, by = null }: { at: string; by?: number | null }): Promise<number> {
  return asOwner(async (tx) => {
    const card = await one(tx, sql`select nextval('relief_cards_id_seq')::int as id`);
    const number = madeCard();
    await tx.execute(sql`
      insert into relief_cards (id, case_id, division, holder_id, holder, bank, card, card_tail, is_change, at, confirmed_by, confirmed_at)
      select ${card}, case_id, division, holder_id, holder, bank, ${seal(number, `relief_cards:${card}:card`)}, ${number.slice(-4)}, true, ${at}::timestamptz, ${by}::int, case when ${by}::int is null then null else ${at}::timestamptz end
      from relief_cards where case_id = ${id} order by id limit 1`);
    return card;
  });
}
