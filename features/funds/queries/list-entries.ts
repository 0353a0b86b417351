import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { may } from '@/domain/access';
import type { FundDeed } from '@/domain/fund';
import type { Viewer } from '@/domain/viewer';

/** One entry of the ledger. Money in fen; `amount` negative where a reversal takes it back. */
export interface LedgerEntry extends Record<string, unknown> {
  readonly id: number;
  readonly deed: FundDeed;
  readonly bookedOn: string;
  readonly amount: number;
  readonly who: string | null;
  readonly note: string | null;
  readonly caseId: number | null;
  readonly caseNo: string | null;
  readonly receiptNo: string | null;
  readonly donationId: number | null;
  readonly reverses: number | null;
  /** Taken back by this entry. */
  readonly reversedBy: number | null;
}

export const LEDGER_PAGE = 30;

/** The ledger, the latest first: one page, and how many entries there are. */
export async function listEntries(viewer: Viewer, page: number): Promise<{ rows: LedgerEntry[]; total: number }> {
  if (!may(viewer, 'fund.view')) return { rows: [], total: 0 };
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<LedgerEntry>(sql`
      select e.id, e.deed, to_char(e.booked_on, 'YYYY-MM-DD') as "bookedOn", (case when e.deed = 'reversal' then -1 else 1 end * (select max(p.amount) from fund_postings p where p.entry_id = e.id))::float8 as amount,
        people.name as who, coalesce(e.note, case e.deed when 'fail' then l.reason when 'return' then l.return_reason end) as note, c.id as "caseId", c.no as "caseNo", d.receipt_no as "receiptNo", d.id as "donationId", e.reverses_id as reverses, back.id as "reversedBy"
      from (select * from fund_entries order by id desc limit ${LEDGER_PAGE} offset ${(page - 1) * LEDGER_PAGE}) e
      left join people on people.id = e.made_by
      left join relief_batch_lines l on l.id = e.line_id
      left join relief_cases c on c.id = coalesce(e.case_id, l.case_id)
      left join donations d on d.entry_id = e.id
      left join fund_entries back on back.reverses_id = e.id
      order by e.id desc`);
    const { rows: [counted] } = await tx.execute<{ total: number }>(sql`select count(*)::int as total from fund_entries`);
    return { rows, total: counted?.total ?? 0 };
  });
}
