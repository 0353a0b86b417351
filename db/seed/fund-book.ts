import { type FundAccount, type FundDeed, POSTINGS, shortfall, standingOf } from '@/domain/fund';
import type { donations, fundEntries, topUpTasks } from '../schema/fund';
import { fundPostings } from '../schema/fund';
import { addDays, instant } from './calendar';
import { RELIEF } from './shape';

type Entry = typeof fundEntries.$inferInsert & { id: number; at: Date };
type Donation = typeof donations.$inferInsert;

export interface Booked {
  deed: Exclude<FundDeed, 'reversal'>;
  key: string;
  amount: number;
  /** The day of the money, and minutes after its midnight. */
  day: string;
  minutes: number;
  madeBy: number | null;
  note?: string;
  caseId?: number;
  lineId?: number;
}

/** The fund's ledger while it is made: booked in any order, written in the order of time. */
export class FundBook {
  private readonly booked: Booked[] = [];
  private readonly given: (Omit<Donation, 'id' | 'entryId' | 'receiptNo'> & { key: string })[] = [];

  book(entry: Booked): void {
    this.booked.push(entry);
  }

  /** A donation with its entry. */
  give(donation: Omit<Donation, 'id' | 'entryId' | 'receiptNo'>, key: string, minutes: number, madeBy: number): void {
    this.given.push({ ...donation, key });
    this.book({ deed: 'donation', key, amount: donation.amount, day: donation.givenOn, minutes, madeBy });
  }

  /** Entries with their postings in the order of time, numbered; donations with receipts by year; the top-up tasks that followed. */
  close(): { entries: Entry[]; postings: (typeof fundPostings.$inferInsert)[]; donations: Donation[]; tasks: (typeof topUpTasks.$inferInsert)[] } {
    const sums: Record<FundAccount, number> = { bank: 0, transit: 0, unreserved: 0, reserved: 0 };
    const tasks: (typeof topUpTasks.$inferInsert & { closedAt: Date | null })[] = [];
    const postings: (typeof fundPostings.$inferInsert)[] = [];
    const inTime = this.booked.map((each) => ({ ...each, at: instant(each.day, each.minutes) })).sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1));
    const entries = inTime.map(({ deed, key, amount, day, at, madeBy, note, caseId, lineId }, no): Entry => {
      for (const posting of POSTINGS[deed](amount)) {
        sums[posting.account] += posting.amount;
        postings.push({ id: postings.length + 1, entryId: no + 1, ...posting });
      }
      const missing = shortfall(standingOf(sums), RELIEF.rules.floor);
      const open = tasks.find(({ closedAt }) => closedAt === null);
      if (open && missing === 0) open.closedAt = at;
      else if (open) open.shortfall = missing;
      else if (missing > 0) tasks.push({ id: tasks.length + 1, openedAt: at, dueAt: instant(addDays(day, 1 + RELIEF.rules.topUpDays), 0), floor: RELIEF.rules.floor, shortfall: missing, escalated: false, closedAt: null });
      return { id: no + 1, deed, key, bookedOn: day, at, madeBy, note: note ?? null, caseId: caseId ?? null, lineId: lineId ?? null, reversesId: null };
    });
    const entryOf = new Map(entries.map(({ id, key }) => [key, id]));
    const serials = new Map<string, number>();
    const donated = this.given.map(({ key, ...donation }) => ({ ...donation, entryId: entryOf.get(key)! })).sort((a, b) => a.entryId - b.entryId).map((donation, at): Donation => {
      const year = donation.givenOn.slice(0, 4);
      serials.set(year, (serials.get(year) ?? 0) + 1);
      return { id: at + 1, ...donation, receiptNo: `JZS${year}${String(serials.get(year)).padStart(6, '0')}` };
    });
    return { entries, postings, donations: donated, tasks };
  }
}
