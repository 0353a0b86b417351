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
export async function makeApprovedCase(village: string, reviewers: readonly [number, number, number], more: { amount?: number; idHash?: string; subject?: string } = {}): Promise<ApprovedCase> {
  const { amount = 150_000, idHash = fingerprint(randomUUID()) } = more;
  const subject = more.subject ?? `i:${idHash}`;
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

/** A batch of one payment that the bank sent back, and its case: reviewed by three people who are nobody else. */
export async function makeFailedCase(village: string, finance: number): Promise<{ batch: number; failed: number }> {
  const reviewers = await asOwner(async (tx) => {
    await tx.execute(sql`
      insert into relief_rules (from_day, notice_days, village_days, township_days, district_days, floor, top_up_days, card_hours, source)
      select '2017-01-01', 7, 5, 5, 5, 100000000, 30, 72, '测试办法' where not exists (select from relief_rules)`);
    const { rows } = await tx.execute<{ id: number }>(sql`insert into people (name, gender) select '经办人', 'female' from generate_series(1, 3) returning id`);
    return rows.map(({ id }) => id) as [number, number, number];
  });
  const { id, card, amount } = await makeApprovedCase(village, reviewers, { amount: 10 });
  const batch = await asOwner(async (tx) => {
    const made = await one(tx, sql`insert into relief_batches (no, division, state, version, lines, total, made_by, file_hash, sent_by, sent_at) values (${`PCT${id}`}, left(${village}, 6), 'reconciled', 3, 1, ${amount}, ${finance}, 'x', ${finance}, county_now()) returning id`);
    await tx.execute(sql`
      insert into relief_batch_lines (batch_id, no, division, case_id, card_id, holder, card_tail, amount, subject_key, cause, year, state, reason, settled_at)
      select ${made}, 1, c.division, c.id, k.id, k.holder, k.card_tail, ${amount}, c.subject_key, c.cause, c.year, 'failed', '户名不符', county_now() from relief_cases c join relief_cards k on k.id = ${card} where c.id = ${id}`);
    await tx.execute(sql`update relief_cases set state = 'failed', version = version + 2 where id = ${id}`);
    return made;
  });
  return { batch, failed: id };
}
