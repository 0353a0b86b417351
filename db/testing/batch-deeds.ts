import { sql } from 'drizzle-orm';
import type { Tx } from '../fence';
import { book } from '../ledger';
import { lockCase, moveCase, recordStep } from '../relief-cases';
import { type Luck, Stale } from './relief-deeds';

const ids = async (tx: Tx, query: ReturnType<typeof sql>): Promise<number[]> => (await tx.execute<{ id: number }>(query)).rows.map(({ id }) => id);

/** Some approved cases into a batch. */
export async function makeBatch(tx: Tx, by: number, luck: Luck): Promise<void> {
  const cases = await ids(tx, sql`select id from relief_cases where state = 'approved' and (relief_usable_card(id) is not null or ${luck() < 0.1}) order by id limit ${1 + luck.of(3)}`);
  if (cases.length === 0) return;
  const { rows: [batch] } = await tx.execute<{ id: number }>(sql`
    insert into relief_batches (no, division, lines, total, made_by) select gen_random_uuid()::text, '510823', count(*), sum(amount), ${by} from relief_cases where id in ${cases} returning id`);
  for (const [at, id] of cases.entries()) {
    const its = await lockCase(tx, id);
    await tx.execute(sql`
      insert into relief_batch_lines (batch_id, no, division, case_id, card_id, holder, card_tail, amount, subject_key, cause, year)
      select ${batch!.id}, ${at + 1}, c.division, c.id, k.id, k.holder, k.card_tail, c.amount, c.subject_key, c.cause, c.year from relief_cases c join relief_cards k on k.id = relief_usable_card(c.id) where c.id = ${id}`);
    if (!(await moveCase(tx, { case: its!, verb: 'batch', version: its!.version, by }))) throw new Stale();
  }
}

/** A batch whose file nobody took is taken back. */
export async function voidBatch(tx: Tx, by: number): Promise<void> {
  const [batch] = await ids(tx, sql`select id from relief_batches where state = 'made' order by id desc limit 1 for update`);
  if (batch === undefined) return;
  await tx.execute(sql`update relief_batches set state = 'void', version = version + 1, voided_by = ${by}, void_reason = '有人举报' where id = ${batch}`);
  await tx.execute(sql`update relief_batch_lines set state = 'void' where batch_id = ${batch}`);
  for (const id of await ids(tx, sql`select case_id as id from relief_batch_lines where batch_id = ${batch} order by no`)) {
    const its = await lockCase(tx, id);
    if (!(await moveCase(tx, { case: its!, verb: 'void-batch', version: its!.version, by }))) throw new Stale();
  }
}

/** The file is taken: the money is under way. */
export async function sendBatch(tx: Tx, by: number): Promise<void> {
  const [batch] = await ids(tx, sql`select id from relief_batches where state = 'made' order by id limit 1 for update`);
  if (batch === undefined) return;
  await tx.execute(sql`update relief_batches set state = 'sent', version = version + 1, file_hash = 'hash', sent_by = ${by}, sent_at = county_now() where id = ${batch}`);
  const { rows } = await tx.execute<{ id: number; amount: string }>(sql`select id, amount from relief_batch_lines where batch_id = ${batch} order by id`);
  for (const { id, amount } of rows) await book(tx, { deed: 'send', key: `send:${id}`, amount: Number(amount), madeBy: by, lineId: id });
}

/** The bank's answer, one line in four a failure, now and then all of them; perhaps the same file again. */
export async function settleBatch(tx: Tx, by: number, luck: Luck): Promise<void> {
  const sent = await ids(tx, sql`select id from relief_batches where state in ('sent', 'reconciled') order by id`);
  if (sent.length === 0) return;
  const batch = luck.pick(sent);
  await tx.execute(sql`select from relief_batches where id = ${batch} for update`);
  const { rows } = await tx.execute<{ id: number; caseId: number; amount: string }>(sql`select id, case_id as "caseId", amount from relief_batch_lines where batch_id = ${batch} and (state = 'waiting' or ${luck() < 0.2}) order by id`);
  const whole = luck() < 0.1;
  for (const { id, caseId, amount } of rows) {
    const its = await lockCase(tx, caseId);
    const deed = whole || luck() < 0.25 ? 'fail' : 'pay';
    await tx.execute(sql`update relief_batch_lines set state = ${deed === 'pay' ? 'paid' : 'failed'}, bank_ref = ${deed === 'pay' ? `ref ${id}` : null} where id = ${id}`);
    if (!(await moveCase(tx, { case: its!, verb: deed === 'pay' ? 'settle' : 'bounce', version: its!.version, by }))) throw new Stale();
    await book(tx, { deed, key: `${deed}:${id}`, amount: Number(amount), madeBy: by, lineId: id });
  }
  await tx.execute(sql`update relief_batches set state = 'reconciled', version = version + 1 where id = ${batch}`);
}

/** The bank sends a payment back: one enters it, another confirms. */
export async function enterReturn(tx: Tx, by: number, id: number): Promise<void> {
  const its = await lockCase(tx, id);
  await recordStep(tx, its!, { part: 'payment', verb: 'enter-return', by });
  await tx.execute(sql`update relief_batch_lines set return_ref = 'back', return_reason = '退汇', returned_on = (county_now() at time zone 'Asia/Shanghai')::date, return_entered_by = ${by} where case_id = ${id} and state = 'paid'`);
}

/** What was entered was wrong. */
export async function dropReturn(tx: Tx, by: number, id: number): Promise<void> {
  const its = await lockCase(tx, id);
  await recordStep(tx, its!, { part: 'payment', verb: 'drop-return', by });
  await tx.execute(sql`update relief_batch_lines set return_ref = null, return_reason = null, returned_on = null, return_entered_by = null where case_id = ${id} and return_entered_by is not null`);
}

export async function confirmReturn(tx: Tx, by: number, caseId: number): Promise<void> {
  const its = await lockCase(tx, caseId);
  const { rows: [line] } = await tx.execute<{ id: number; amount: string }>(sql`update relief_batch_lines set state = 'returned', return_confirmed_by = ${by} where case_id = ${caseId} and state = 'paid' returning id, amount`);
  if (!line || !(await moveCase(tx, { case: its!, verb: 'come-back', version: its!.version, by }))) throw new Stale();
  await book(tx, { deed: 'return', key: `return:${line.id}`, amount: Number(line.amount), madeBy: by, lineId: line.id });
}

export async function closeBatch(tx: Tx, by: number): Promise<void> {
  const [batch] = await ids(tx, sql`select id from relief_batches where state = 'reconciled' order by id limit 1`);
  if (batch === undefined) return;
  for (const id of await ids(tx, sql`select case_id as id from relief_batch_lines where batch_id = ${batch} order by case_id`)) {
    const its = await lockCase(tx, id);
    await recordStep(tx, its!, { part: 'closing', verb: 'close-batch', by });
  }
  await tx.execute(sql`update relief_batches set state = 'closed', version = version + 1, closed_by = ${by} where id = ${batch}`);
}
