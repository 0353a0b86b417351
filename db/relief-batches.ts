import { type SQL, sql } from 'drizzle-orm';
import { type BankLayout, type BankLine, layoutOf } from '@/domain/bank-file';
import { BATCH_MOVES, type BatchState, type LineState } from '@/domain/fund';
import type { Tx } from './fence';
import { isKin } from './relief-standing';
import { open } from './vault';

/** A batch as a command sees it, locked until the end of the transaction. `total` in fen. */
export interface Batch extends Record<string, unknown> {
  readonly id: number;
  readonly no: string;
  readonly division: string;
  readonly state: BatchState;
  readonly version: number;
  readonly lines: number;
  readonly total: number;
  /** The day it was made, `YYYY-MM-DD`. */
  readonly day: string;
  readonly fileHash: string | null;
  readonly madeBy: number;
  readonly sentBy: number | null;
}

const BATCH = sql`b.id, b.no, b.division, b.state, b.version, b.lines, b.total::float8 as total, to_char(b.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
  b.file_hash as "fileHash", b.made_by as "madeBy", b.sent_by as "sentBy"`;

/** The batch, if it lies inside the fence, locked. */
export async function lockBatch(tx: Tx, id: number): Promise<Batch | undefined> {
  const { rows } = await tx.execute<Batch>(sql`select ${BATCH} from relief_batches b where b.id = ${id} for update`);
  return rows[0];
}

/** Moves a batch by its table of states. Compare-and-set: null when somebody was faster or the state does not allow it. */
export async function moveBatch(tx: Tx, its: Batch, verb: keyof typeof BATCH_MOVES, set = sql``): Promise<Batch | null> {
  const { from, to } = BATCH_MOVES[verb];
  if (!(from as readonly BatchState[]).includes(its.state)) return null;
  const { rows } = await tx.execute<Batch>(sql`
    update relief_batches b set state = ${to}, version = b.version + 1${set} where b.id = ${its.id} and b.version = ${its.version} and b.state = ${its.state} returning ${BATCH}`);
  return rows[0] ?? null;
}

/** Whether a person is a party to the batch `b`: made it, took its file or a result, had a part in one of its cases, or is kin to one of their people. Then somebody else closes it, and confirms a payment that came back. */
export const isParty = (person: SQL): SQL => sql`(${person} in (b.made_by, coalesce(b.sent_by, 0)) or exists (select from bank_results r where r.batch_id = b.id and r.taken_by = ${person})
  or exists (select from relief_batch_lines l where l.batch_id = b.id
    and (${isKin(sql`l.case_id`, person)} or exists (select from relief_steps s where s.case_id = l.case_id and s.person_id = ${person} and s.part <> 'closing'))))`;

/** A payment of a batch with its case. `amount` in fen. */
export interface BatchLine extends Record<string, unknown> {
  readonly id: number;
  readonly no: number;
  readonly caseId: number;
  readonly caseNo: string;
  readonly division: string;
  readonly cardId: number;
  readonly holder: string;
  readonly amount: number;
  readonly state: LineState;
  readonly reason: string | null;
  readonly bankRef: string | null;
  /** Who entered that the bank sent it back, if somebody did. */
  readonly returnEnteredBy: number | null;
}

export async function linesOf(tx: Tx, batch: number): Promise<BatchLine[]> {
  const { rows } = await tx.execute<BatchLine>(sql`
    select l.id, l.no, l.case_id as "caseId", c.no as "caseNo", l.division, l.card_id as "cardId", l.holder, l.amount::float8 as amount, l.state, l.reason, l.bank_ref as "bankRef", l.return_entered_by as "returnEnteredBy"
    from relief_batch_lines l join relief_cases c on c.id = l.case_id where l.batch_id = ${batch} order by l.no`);
  return rows;
}

/** The lines as the bank gets them: the one place where a batch's card numbers are opened. */
export async function openedLines(tx: Tx, batch: number): Promise<BankLine[]> {
  const lines = await linesOf(tx, batch);
  const { rows } = await tx.execute<{ id: number; card: Buffer }>(sql`
    select k.id, k.card from relief_cards k join relief_batch_lines l on l.card_id = k.id where l.batch_id = ${batch}`);
  const cards = new Map(rows.map(({ id, card }) => [id, card]));
  return lines.map(({ no, holder, cardId, amount, caseNo }) => {
    const card = cards.get(cardId);
    if (!card) throw new Error('a line has no account');
    return { no, holder, amount, caseNo, card: open(card, `relief_cards:${cardId}:card`) };
  });
}

const SETTING = 'bank_columns';

/** The layout of the bank's file: the one a batch was sent in, else the installation's present one. */
export async function readLayout(tx: Tx, batchNo?: string): Promise<BankLayout> {
  const { rows } = await tx.execute<{ key: string; value: string }>(sql`
    select key, value from installation where key in (${SETTING}, ${`${SETTING}:${batchNo ?? ''}`}) order by key desc limit 1`);
  return layoutOf(rows[0]?.value);
}

/** Keeps the layout, for all batches to come or for one that is sent in it. */
export async function keepLayout(tx: Tx, layout: BankLayout, batchNo?: string): Promise<void> {
  await tx.execute(sql`
    insert into installation (key, value) values (${batchNo === undefined ? SETTING : `${SETTING}:${batchNo}`}, ${JSON.stringify(layout)})
    on conflict (key) do update set value = excluded.value`);
}
