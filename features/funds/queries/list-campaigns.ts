import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';

/** A collection with what it brought so far, without what was taken back. Money in fen. */
export interface Campaign extends Record<string, unknown> {
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

/** Collections, the latest first. */
export async function listCampaigns(viewer: Viewer): Promise<Campaign[]> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<Campaign>(sql`
      select c.code, c.name, c.name_en as "nameEn", to_char(c.from_day, 'YYYY-MM-DD') as "fromDay", to_char(c.to_day, 'YYYY-MM-DD') as "toDay",
        count(d.id)::int as gifts, coalesce(sum(d.amount), 0)::float8 as amount,
        case when c.to_day < day.today then 'over' when c.from_day > day.today then 'coming' else 'running' end as phase
      from campaigns c cross join (select (county_now() at time zone 'Asia/Shanghai')::date as today) as day
      left join donations d on d.campaign = c.code and not exists (select from fund_entries r where r.reverses_id = d.entry_id)
      group by c.code, day.today order by c.from_day desc, c.code desc`);
    return rows;
  });
}
