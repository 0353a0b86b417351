import 'server-only';
import { sql } from 'drizzle-orm';
import { fenced } from '@/db/fence';
import type { Viewer } from '@/domain/viewer';

/** What every public page says of who runs it. Texts as the installation's settings have them; null when not set. */
export interface Office {
  readonly county: string | null;
  /** Whom to call or visit: office, telephone, address. */
  readonly contact: string | null;
  /** The fund's account: name, bank, number. */
  readonly account: string | null;
  readonly demonstration: boolean;
}

/** The installation's own settings for the public: `county_name`, `fund_contact`, `fund_account`. */
export async function readOffice(viewer: Viewer): Promise<Office> {
  return fenced(viewer, async (tx) => {
    const { rows } = await tx.execute<{ key: string; value: string }>(sql`
      select key, case key when 'seed' then '' else value end as value from installation where key in ('county_name', 'fund_contact', 'fund_account', 'seed')`);
    const of = (key: string) => rows.find((row) => row.key === key)?.value.trim() || null;
    return { county: of('county_name'), contact: of('fund_contact'), account: of('fund_account'), demonstration: rows.some(({ key }) => key === 'seed') };
  });
}
