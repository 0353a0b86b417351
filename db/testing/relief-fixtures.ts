import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Worksheet } from '@/domain/relief-amount';
import type { Tx } from '../fence';
import { book } from '../ledger';
import { fingerprint, seal } from '../vault';
import { makeReliefRules } from './fixtures';
import { madeCard } from './numbers';

/** Income that leaves two people 4,600 yuan short of a line of 3,300. */
export const POOR: Worksheet = { wage: 100_000, business: 150_000, property: 0, transfer: 50_000, cost: 100_000 };

const one = async (tx: Tx, query: ReturnType<typeof sql>): Promise<number> => (await tx.execute<{ id: number }>(query)).rows[0]?.id ?? 0;

let serial = 0;

/** The fund's rules, and money to pay from. */
export async function makeFund(tx: Tx, yuan = 2_000_000): Promise<void> {
  await makeReliefRules(tx);
  await book(tx, { deed: 'top-up', key: `test:${randomUUID()}`, amount: yuan * 100, madeBy: null });
}

export interface MadeCase {
  readonly id: number;
  readonly no: string;
  /** The head, who holds the account. */
  readonly person: number;
  readonly card: number;
}

/**
 * A case that the household itself handed in, of two people, waiting for its village. Made as the application's role: every
 * trigger is asked.
 */
export async function makeReliefCase(tx: Tx, village: string, { sheet = POOR, household = null }: { sheet?: Worksheet; household?: number | null } = {}): Promise<MadeCase> {
  const rules = await makeReliefRules(tx);
  const no = `JZT-${randomUUID()}`;
  const subject = household === null ? `i:${fingerprint(no)}` : `h:${household}`;
  const id = await one(tx, sql`
    insert into relief_cases (no, division, household_id, head_name, subject_key, origin, cause, cause_text, year, rules_id, line, line_scope, line_source, state, receipt_hash)
    values (${no}, ${village}, ${household}, '王测试', ${subject}, 'household', 'illness', '户主患病住院', 2017, ${rules}, 330000, 'Sichuan', '测试标准', 'applied', ${fingerprint(`receipt ${no}`)}) returning id`);
  const person = await one(tx, sql`insert into relief_people (case_id, division, name, relation, id_hash, id_mask) values (${id}, ${village}, '王测试', 'head', ${fingerprint(`${no} 1`)}, '5108**********0011') returning id`);
  await tx.execute(sql`insert into relief_people (case_id, division, name, relation, id_hash, id_mask) values (${id}, ${village}, '王配偶', 'spouse', ${fingerprint(`${no} 2`)}, '5108**********0022')`);
  await tx.execute(sql`
    insert into relief_worksheets (case_id, division, round, part, wage, business, property, transfer, cost)
    values (${id}, ${village}, 1, 'applicant', ${sheet.wage}, ${sheet.business}, ${sheet.property}, ${sheet.transfer}, ${sheet.cost})`);
  const card = await one(tx, sql`select nextval('relief_cards_id_seq')::int as id`);
  const number = madeCard(++serial);
  await tx.execute(sql`
    insert into relief_cards (id, case_id, division, holder_id, holder, bank, card, card_tail)
    values (${card}, ${id}, ${village}, ${person}, '王测试', '农商银行', ${seal(number, `relief_cards:${card}:card`)}, ${number.slice(-4)})`);
  await tx.execute(sql`insert into relief_steps (case_id, division, round, part, verb) values (${id}, ${village}, 1, 'applicant', 'apply')`);
  return { id, no, person, card };
}
