import 'server-only';
import { sql } from 'drizzle-orm';
import { sealedUntil } from '@/db/audit-seals';
import { readClock } from '@/db/clock';
import type { Tx } from '@/db/fence';
import { fenced, widened } from '@/db/fence';
import { readStanding } from '@/db/ledger';
import { rulesToday } from '@/db/relief-cases';
import { type Published, published } from '@/domain/disclosure';
import type { FundStanding } from '@/domain/fund';
import { addMonths, type Month, monthOf } from '@/domain/month';
import type { ReliefCause } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';

const MONTHS = 12;

/** Money of one month in fen; `available` is what nobody was promised yet at its end, as the floor is held against. */
export interface FundMonth {
  readonly month: Month;
  readonly income: number;
  readonly spending: number;
  readonly available: number;
}

export interface FundBooks {
  readonly today: string;
  readonly standing: FundStanding;
  /** What the fund is kept above; null in a county without rules. */
  readonly floor: number | null;
  readonly months: readonly FundMonth[];
  /** From the first entry on. */
  readonly total: { readonly income: number; readonly spending: number };
  readonly causes: readonly { readonly year: string; readonly counts: Published<ReliefCause> }[];
  readonly check: { readonly entries: number; readonly unbalanced: number; readonly sealed: { readonly no: number; readonly until: number; readonly hash: string } | null };
}

/** The fund's books as everybody may read them: sums by month, how it stands, and how its records check. */
export async function readFund(viewer: Viewer): Promise<FundBooks> {
  return fenced(viewer, async (tx) => {
    const { today } = await readClock(tx);
    const booked = await bookedMonths(tx);
    const last = monthOf(today);
    const sum = (of: 'income' | 'spending' | 'change', until?: Month) => booked.reduce((all, each) => (until && each.month > until ? all : all + each[of]), 0);
    const months = Array.from({ length: MONTHS }, (_, at) => addMonths(last, at - MONTHS + 1)).map((month) => {
      const its = booked.find((each) => each.month === month);
      return { month, income: its?.income ?? 0, spending: its?.spending ?? 0, available: sum('change', month) };
    });
    return {
      today,
      standing: await readStanding(tx),
      floor: (await rulesToday(tx))?.floor ?? null,
      months,
      total: { income: sum('income'), spending: sum('spending') },
      causes: await causesByYear(tx, last.slice(0, 4)),
      check: { ...(await unbalancedEntries(tx)), sealed: await sealedUntil(tx) },
    };
  });
}

/** What came in (gifts, top-ups, interest, less what was taken back), what reached a card and stayed there, and by how much more or less was available, by the month of the money. */
async function bookedMonths(tx: Tx): Promise<{ month: Month; income: number; spending: number; change: number }[]> {
  const { rows } = await tx.execute<{ month: Month; income: number; spending: number; change: number }>(sql`
    select to_char(e.booked_on, 'YYYY-MM') as month,
      coalesce(sum(p.amount) filter (where p.account = 'bank' and e.deed in ('donation', 'top-up', 'interest', 'reversal')), 0)::float8 as income,
      coalesce(-sum(p.amount) filter (where p.account = 'transit' and e.deed = 'pay' or p.account = 'bank' and e.deed = 'return'), 0)::float8 as spending,
      coalesce(-sum(p.amount) filter (where p.account = 'unreserved'), 0)::float8 as change
    from fund_entries e join fund_postings p on p.entry_id = e.id group by 1 order by 1`);
  return rows;
}

/** Of what the paid cases of each year that is over came. Not of the running year: a count that grows by one tells what the newest line is about. */
async function causesByYear(tx: Tx, running: string): Promise<FundBooks['causes']> {
  const { rows } = await widened(tx, () => tx.execute<{ year: string; cause: ReliefCause; count: number }>(sql`
    select left(n.paid_month, 4) as year, c.cause, count(*)::int as count from relief_notices n join relief_cases c on c.id = n.case_id
    where n.paid_month is not null and left(n.paid_month, 4) < ${running} group by 1, 2 order by 1 desc`));
  return [...new Set(rows.map(({ year }) => year))].map((year) => {
    const counts: Partial<Record<ReliefCause, number>> = {};
    for (const row of rows) if (row.year === year) counts[row.cause] = row.count;
    return { year, counts: published(counts) };
  });
}

async function unbalancedEntries(tx: Tx): Promise<{ entries: number; unbalanced: number }> {
  const { rows: [row] } = await tx.execute<{ entries: number; unbalanced: number }>(sql`
    select count(*)::int as entries, count(*) filter (where coalesce(s.sum, 1) <> 0 or s.count <> 2)::int as unbalanced
    from fund_entries e left join (select entry_id, sum(amount) as sum, count(*) as count from fund_postings group by entry_id) as s on s.entry_id = e.id`);
  return row ?? { entries: 0, unbalanced: 0 };
}
