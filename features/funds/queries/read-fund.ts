import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { readStanding } from '@/db/ledger';
import { rulesToday } from '@/db/relief-cases';
import { type FundStanding, type MonthOfFund, projection } from '@/domain/fund';
import { addMonths, type Month, monthOf, monthsBetween } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';

/** How the fund stands. Money in fen; `floor` null before there are rules. */
export interface Fund {
  /** The county's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly standing: FundStanding;
  readonly floor: number | null;
  readonly task: { readonly shortfall: number; readonly openedAt: Date; readonly dueAt: Date; readonly overdue: boolean; readonly escalated: boolean } | null;
  /** The twelve months that are over and the running one, the oldest first. */
  readonly months: readonly MonthOfFund[];
  /** What was promised to nobody at the end of each of these months; of the running one, now. The floor is held against it. */
  readonly held: readonly { readonly month: Month; readonly available: number }[];
  /** What is left at the end of the running month and of the twelve after it, every promise kept. */
  readonly ahead: readonly { readonly month: Month; readonly balance: number }[];
}

/** `change`: by how much what is promised to nobody rose. */
interface MonthRow extends Record<string, unknown>, MonthOfFund { readonly change: number }

const YEAR = 12;

/** The standing, what came in and went out month by month, and where that leads; the running month counts for the past only when it is over. */
export async function readFund(viewer: Viewer): Promise<Fund> {
  return fenced(viewer, async (tx) => {
    const standing = await readStanding(tx);
    const rules = await rulesToday(tx);
    const { rows: [clock] } = await tx.execute<{ today: string }>(sql`select to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`);
    const today = clock?.today ?? '';
    const running = monthOf(today);
    const first = addMonths(running, -YEAR);
    const { rows: booked } = await tx.execute<MonthRow>(sql`
      select to_char(e.booked_on, 'YYYY-MM') as month,
        coalesce(-sum(p.amount) filter (where p.account = 'unreserved' and coalesce(r.deed, e.deed) in ('donation', 'top-up', 'interest')), 0)::float8 as income,
        coalesce(-sum(p.amount) filter (where p.account = 'transit' and e.deed = 'pay' or p.account = 'bank' and e.deed = 'return'), 0)::float8 as spending,
        coalesce(-sum(p.amount) filter (where p.account = 'unreserved'), 0)::float8 as change
      from fund_entries e join fund_postings p on p.entry_id = e.id left join fund_entries r on r.id = e.reverses_id
      where e.booked_on >= ${`${first}-01`}::date group by 1`);
    const { rows: [open] } = await tx.execute<{ shortfall: number; opened: number; due: number; overdue: boolean; escalated: boolean }>(sql`
      select shortfall::float8 as shortfall, (extract(epoch from opened_at) * 1000)::float8 as opened, (extract(epoch from due_at) * 1000)::float8 as due, due_at <= county_now() as overdue, escalated
      from top_up_tasks where closed_at is null`);
    const byMonth = new Map(booked.map((row) => [row.month, row]));
    const months = monthsBetween(first, running).map((month) => ({ income: 0, spending: 0, change: 0, ...byMonth.get(month), month }));
    // From what there is now back, month by month.
    let { available } = standing;
    const held = months.toReversed().map(({ month, change }) => {
      const end = { month, available };
      available -= change;
      return end;
    }).toReversed();
    const left = standing.balance - standing.reserved;
    const ahead = projection(standing, months.slice(0, -1), monthsBetween(addMonths(running, 1), addMonths(running, YEAR)));
    return {
      today, standing, months, held, floor: rules?.floor ?? null,
      task: open ? { shortfall: open.shortfall, openedAt: new Date(open.opened), dueAt: new Date(open.due), overdue: open.overdue, escalated: open.escalated } : null,
      ahead: [{ month: running, balance: left }, ...(ahead as { month: Month; balance: number }[])],
    };
  });
}
