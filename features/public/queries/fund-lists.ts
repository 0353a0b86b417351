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

export interface PublicCampaign extends Record<string, unknown> {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly gifts: number;
  readonly amount: number;
  /** Whether its days run today, are over, or come. */
  readonly phase: 'running' | 'over' | 'coming';
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

/** Collections with what they brought, the running ones first. */
export async function listCampaigns(viewer: Viewer): Promise<PublicCampaign[]> {
  return fenced(viewer, async (tx) => (await tx.execute<PublicCampaign>(sql`
    select c.code, c.name, c.name_en as "nameEn", to_char(c.from_day, 'YYYY-MM-DD') as "fromDay", to_char(c.to_day, 'YYYY-MM-DD') as "toDay",
      count(d.id)::int as gifts, coalesce(sum(d.amount), 0)::float8 as amount,
      case when c.to_day < day.today then 'over' when c.from_day > day.today then 'coming' else 'running' end as phase
    from campaigns c cross join (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
    left join donations d on d.campaign = c.code and not exists (select from fund_entries r where r.reverses_id = d.entry_id)
    group by c.code, day.today order by c.from_day desc, c.code limit 20`)).rows);
}

async function paged<Row extends { id: number } & Record<string, unknown>>(tx: Tx, before: number | null, all: SQL): Promise<Paged<Row>> {
  const { rows } = await tx.execute<Row>(sql`select * from (${all}) as listed where id < ${before ?? 2_147_483_647} order by id desc limit ${ROWS_PER_PAGE + 1}`);
  const { rows: [counted] } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from (${all}) as listed`);
  const page = (rows as Row[]).slice(0, ROWS_PER_PAGE);
  return { rows: page, count: counted?.count ?? 0, next: rows.length > ROWS_PER_PAGE ? (page.at(-1)?.id ?? null) : null };
}
