import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { fenced, type Tx } from '@/db/fence';
import type { DonorKind } from '@/domain/fund';
import type { Viewer } from '@/domain/viewer';

/** A gift. `donor` null: whoever gave it did not want to be named. Money in fen. */
export interface PublicGift extends Record<string, unknown> {
  readonly id: number;
  readonly donor: string | null;
  readonly kind: DonorKind;
  readonly givenOn: string;
  readonly amount: number;
  readonly campaign: string | null;
  readonly campaignEn: string | null;
}

/** A case that was paid, in the words of its notice. */
export interface PaidCase extends Record<string, unknown> {
  readonly id: number;
  readonly maskedName: string;
  readonly township: string;
  readonly village: string;
  readonly people: number;
  readonly amount: number;
  readonly month: string;
}

/** One page of a list, the latest first, with how many there are and where the next page begins. */
export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly count: number;
  readonly next: number | null;
}

export const ROWS_PER_PAGE = 25;

/** Gifts that stand: one that was taken back is in the books, not in the list. */
export async function listGifts(viewer: Viewer, before: number | null): Promise<Paged<PublicGift>> {
  return fenced(viewer, (tx) => paged<PublicGift>(tx, before, sql`
    select d.id, d.donor, d.kind, to_char(d.given_on, 'YYYY-MM-DD') as "givenOn", d.amount::float8 as amount, c.name as campaign, c.name_en as "campaignEn"
    from donations d left join campaigns c on c.code = d.campaign where not exists (select from fund_entries r where r.reverses_id = d.entry_id)`));
}

/** Cases that were paid: the masked line of the notice, the amount and the month. */
export async function listPaid(viewer: Viewer, before: number | null): Promise<Paged<PaidCase>> {
  return fenced(viewer, (tx) => paged<PaidCase>(tx, before, sql`
    select n.id, n.masked_name as "maskedName", t.name as township, v.name as village, n.people, n.amount::float8 as amount, n.paid_month as month
    from relief_notices n join divisions v on v.code = n.division join divisions t on t.code = left(n.division, 9) where n.paid_month is not null`));
}

async function paged<Row extends { id: number } & Record<string, unknown>>(tx: Tx, before: number | null, all: SQL): Promise<Paged<Row>> {
  const { rows } = await tx.execute<Row>(sql`select * from (${all}) as listed where id < ${before ?? 2_147_483_647} order by id desc limit ${ROWS_PER_PAGE + 1}`);
  const { rows: [counted] } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from (${all}) as listed`);
  const page = (rows as Row[]).slice(0, ROWS_PER_PAGE);
  return { rows: page, count: counted?.count ?? 0, next: rows.length > ROWS_PER_PAGE ? (page.at(-1)?.id ?? null) : null };
}
