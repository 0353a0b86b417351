import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import { may } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';
import type { DonationRow } from './list-donations';

/** A donation with what its receipt says besides: who booked it, for which county's fund. */
export interface Donation extends DonationRow {
  readonly county: string;
  readonly who: string | null;
  readonly at: number;
}

/** The donation behind a receipt; null when there is none, or the viewer does not see the fund. */
export async function findDonation(viewer: Viewer, id: number): Promise<Donation | null> {
  if (!may(viewer, 'fund.view')) return null;
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Donation>(sql`
      select d.id, d.receipt_no as "receiptNo", d.donor, d.kind, d.amount::float8 as amount, to_char(d.given_on, 'YYYY-MM-DD') as "givenOn", c.name as campaign, c.name_en as "campaignEn",
        exists (select from fund_entries r where r.reverses_id = d.entry_id) as reversed,
        v.name as county, people.name as who, (extract(epoch from e.at) * 1000)::float8 as at
      from donations d join fund_entries e on e.id = d.entry_id join divisions v on v.code = d.division
      left join campaigns c on c.code = d.campaign left join people on people.id = e.made_by
      where d.id = ${id}`);
    return rows[0] ?? null;
  });
}
