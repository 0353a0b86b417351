import { sql } from 'drizzle-orm';
import type { FundDeed } from '@/domain/fund';
import type { Tx } from './fence';
import { book } from './ledger';

/** The county's code: whose fund it is. */
export async function countyOf(tx: Tx): Promise<{ id: string; division: string } | null> {
  const { rows } = await tx.execute<{ id: string; division: string }>(sql`select code as id, code as division from divisions where level = 'county'`);
  return rows[0] ?? null;
}

/** An entry by the key it was booked under, with the day and amount it has. Money in fen. */
export async function entryByKey(tx: Tx, key: string): Promise<{ id: number; bookedOn: string; amount: number; donation: number | null } | null> {
  const { rows } = await tx.execute<{ id: number; bookedOn: string; amount: number; donation: number | null }>(sql`
    select e.id, to_char(e.booked_on, 'YYYY-MM-DD') as "bookedOn", (select max(p.amount) from fund_postings p where p.entry_id = e.id)::float8 as amount,
      (select d.id from donations d where d.entry_id = e.id) as donation
    from fund_entries e where e.key = ${key}`);
  return rows[0] ?? null;
}

interface Income {
  readonly key: string;
  /** Fen. */
  readonly amount: number;
  /** The day of the money, `YYYY-MM-DD`. */
  readonly day: string;
  readonly note: string;
  readonly division: string;
  readonly madeBy: number;
}
type Booked = { id: number; already?: true; division?: string; amount?: number; bookedOn?: string; note?: string };

/** Books money that came in, once for the key of its form: a form sent again is answered with the entry it made. */
export async function bookIncome(tx: Tx, deed: 'top-up' | 'interest', { key, amount, day, note, division, madeBy }: Income): Promise<Booked | null> {
  const id = await book(tx, { deed, key: `${deed}:${key}`, amount, madeBy, bookedOn: day, note });
  if (id !== null) return { id, division, amount, bookedOn: day, note };
  const before = await entryByKey(tx, `${deed}:${key}`);
  return before && { id: before.id, already: true };
}

/** The next receipt number of a year: JZS, the year, a running number. The ledger's lock must be held. */
export async function nextReceipt(tx: Tx, day: string): Promise<string> {
  const year = `JZS${day.slice(0, 4)}`;
  const { rows } = await tx.execute<{ last: number }>(sql`
    select coalesce(max(substr(receipt_no, 8)::int), 0) as last from donations where receipt_no ~ ${`^${year}[0-9]{6}$`}`);
  return `${year}${String((rows[0]?.last ?? 0) + 1).padStart(6, '0')}`;
}

/** An entry that may be taken back, locked: what it is of, over how much, and whether it was. Money in fen. */
export interface ReversibleEntry extends Record<string, unknown> {
  readonly id: number;
  readonly deed: FundDeed;
  readonly amount: number;
  readonly reversed: boolean;
}

export async function entryById(tx: Tx, id: number): Promise<ReversibleEntry | null> {
  const { rows } = await tx.execute<ReversibleEntry>(sql`
    select e.id, e.deed, (select max(p.amount) from fund_postings p where p.entry_id = e.id)::float8 as amount,
      exists (select from fund_entries r where r.reverses_id = e.id) as reversed
    from fund_entries e where e.id = ${id}`);
  return rows[0] ?? null;
}

/** Whether a collection of this code is held on a day. */
export async function isCollecting(tx: Tx, code: string, day: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from campaigns where code = ${code} and ${day}::date between from_day and to_day`);
  return rows.length > 0;
}
