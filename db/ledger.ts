import { sql } from 'drizzle-orm';
import { type FundAccount, type FundDeed, type FundStanding, type Posting, POSTINGS, shortfall, standingOf } from '@/domain/fund';
import type { Tx } from './fence';
import { WHOLE_LOCKS } from './locks';
import { fundEntries, fundPostings } from './schema/fund';

export interface Booking {
  readonly deed: Exclude<FundDeed, 'reversal'>;
  /** Names what the entry is of, for ever: the same key books once. */
  readonly key: string;
  /** Fen, positive. */
  readonly amount: number;
  /** Who books; null for the calendar. */
  readonly madeBy: number | null;
  /** The day of the money, `YYYY-MM-DD`; today when absent. */
  readonly bookedOn?: string;
  readonly note?: string | null;
  readonly caseId?: number;
  readonly lineId?: number;
}

/** Takes the ledger's lock: what is read of the fund after it stays true until the end of the transaction. */
export async function lockLedger(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${WHOLE_LOCKS.ledger})`);
}

/** Books one entry with its two postings, and opens or closes the top-up task that follows from it. Returns the entry's id; null when the key was booked before. */
export async function book(tx: Tx, booking: Booking): Promise<number | null> {
  const { deed, key, amount, madeBy, bookedOn, note, caseId, lineId } = booking;
  return enter(tx, { deed, key, madeBy, bookedOn, note, caseId, lineId }, POSTINGS[deed](amount));
}

/** Books the opposite of an entry, once. Returns the new entry's id; null when it was reversed before, or is not there. */
export async function reverse(tx: Tx, { entryId, madeBy, note }: { entryId: number; madeBy: number; note: string }): Promise<number | null> {
  const { rows } = await tx.execute<{ account: FundAccount; amount: string }>(sql`select account, amount from fund_postings where entry_id = ${entryId}`);
  if (rows.length === 0) return null;
  return enter(tx, { deed: 'reversal', key: `reversal:${entryId}`, madeBy, note, reversesId: entryId }, rows.map(({ account, amount }) => ({ account, amount: -Number(amount) })));
}

type Header = Omit<Booking, 'deed' | 'amount'> & { deed: FundDeed; reversesId?: number };

async function enter(tx: Tx, { bookedOn, ...header }: Header, postings: readonly Posting[]): Promise<number | null> {
  await lockLedger(tx);
  const [entry] = await tx.insert(fundEntries).values({ ...header, bookedOn: bookedOn ?? sql`(county_now() at time zone 'Asia/Shanghai')::date` })
    .onConflictDoNothing().returning({ id: fundEntries.id });
  if (!entry) return null;
  await tx.insert(fundPostings).values(postings.map((posting) => ({ ...posting, entryId: entry.id })));
  await keepFloor(tx);
  return entry.id;
}

/** How the fund stands now, in fen. */
export async function readStanding(tx: Tx): Promise<FundStanding> {
  const { rows } = await tx.execute<{ account: FundAccount; sum: string }>(sql`select account, sum(amount) as sum from fund_postings group by account`);
  const sums: Record<FundAccount, number> = { bank: 0, transit: 0, unreserved: 0, reserved: 0 };
  for (const { account, sum } of rows) sums[account] = Number(sum);
  return standingOf(sums);
}

/**
 * Looks at the floor where nothing was booked: other rules are in force. Writes nothing where the task is as it should be, so that
 * asking often changes nothing that a screen shows.
 */
export async function watchFloor(tx: Tx): Promise<void> {
  await lockLedger(tx);
  await keepFloor(tx);
}

/** Below the floor of today's rules a top-up task stands open; at it or over, none. */
async function keepFloor(tx: Tx): Promise<void> {
  const { rows: [rules] } = await tx.execute<{ floor: string; days: number }>(sql`
    select floor, top_up_days as days from relief_rules where from_day <= (county_now() at time zone 'Asia/Shanghai')::date order by from_day desc, id desc limit 1`);
  if (!rules) return;
  const floor = Number(rules.floor);
  const missing = shortfall(await readStanding(tx), floor);
  const { rows: [open] } = await tx.execute<{ floor: string; shortfall: string }>(sql`select floor, shortfall from top_up_tasks where closed_at is null`);
  if (open ? missing > 0 && Number(open.floor) === floor && Number(open.shortfall) === missing : missing === 0) return;
  if (missing === 0) await tx.execute(sql`update top_up_tasks set closed_at = county_now() where closed_at is null`);
  else {
    await tx.execute(sql`
      insert into top_up_tasks (due_at, floor, shortfall)
      select ((county_now() at time zone 'Asia/Shanghai')::date + 1 + ${rules.days}::int)::timestamp at time zone 'Asia/Shanghai', ${floor}, ${missing}
      on conflict ((1)) where closed_at is null do update set floor = excluded.floor, shortfall = excluded.shortfall`);
  }
}
