import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';

export interface Workplace {
  county: string;
  /** The place the viewer looks after, or null when that is the county or none. */
  place: string | null;
  /** `YYYY-MM-DD` by the county's clock. */
  today: string;
  demonstration: boolean;
}

/** What the head of every page says: the county, the viewer's own place, the day, and whether it is a demonstration. */
export async function readWorkplace(viewer: Viewer): Promise<Workplace> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<{ county: string | null; place: string | null; today: string; demonstration: boolean }>(sql`
      select (select value from installation where key = 'county_name') as county,
        case when ${viewer.homeZone}::int is not null then (select name from zones where no = ${viewer.homeZone}::int)
          else (select name from divisions where code = ${viewer.home} and level <> 'county') end as place,
        to_char(county_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today,
        exists (select from installation where key = 'seed') as demonstration`);
    const [row] = rows;
    if (!row) throw new Error('the database told no time');
    return { ...row, county: row.county ?? '' };
  });
}
