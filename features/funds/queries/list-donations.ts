import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { may } from '@/domain/access';
import type { DonorKind } from '@/domain/fund';
import type { Viewer } from '@/domain/viewer';

/** A donation as the list has it. `donor` null: given without a name. Money in fen. */
export interface DonationRow extends Record<string, unknown> {
  readonly id: number;
  readonly receiptNo: string;
  readonly donor: string | null;
  readonly kind: DonorKind;
  readonly amount: number;
  readonly givenOn: string;
  readonly campaign: string | null;
  readonly campaignEn: string | null;
  readonly reversed: boolean;
}

export const DONATIONS_PAGE = 30;

/** Donations, the latest first: one page, and how many there are. */
export async function listDonations(viewer: Viewer, page: number): Promise<{ rows: DonationRow[]; total: number }> {
  if (!may(viewer, 'fund.view')) return { rows: [], total: 0 };
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<DonationRow>(sql`
      select d.id, d.receipt_no as "receiptNo", d.donor, d.kind, d.amount::float8 as amount, to_char(d.given_on, 'YYYY-MM-DD') as "givenOn", c.name as campaign, c.name_en as "campaignEn",
        exists (select from fund_entries r where r.reverses_id = d.entry_id) as reversed
      from donations d left join campaigns c on c.code = d.campaign order by d.given_on desc, d.id desc limit ${DONATIONS_PAGE} offset ${(page - 1) * DONATIONS_PAGE}`);
    const { rows: [counted] } = await tx.execute<{ total: number }>(sql`select count(*)::int as total from donations`);
    return { rows, total: counted?.total ?? 0 };
  });
}
