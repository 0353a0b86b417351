import 'server-only';
import { sql } from 'drizzle-orm';
import { countyOf } from '@/db/fund-books';
import { lockLedger } from '@/db/ledger';
import { CAMPAIGN } from '@/domain/fund-input';
import { command } from '@/server/command';
import { mayKeep } from '../policy';

/** Opens a collection with a name and its days, such as the one-day donation of 17 October; its code is its first day and a number. A name is given once. */
export const openCampaign = command('campaign.open', { fresh: true })
  .input(CAMPAIGN)
  .load(({ tx }) => countyOf(tx))
  .can(mayKeep)
  .run(async ({ tx, input: { name, nameEn, fromDay, toDay } }) => {
    // One after the other, so that a name and a code are given once.
    await lockLedger(tx);
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into campaigns (code, name, name_en, from_day, to_day)
      select ${fromDay}::text || '-' || (1 + (select count(*) from campaigns where starts_with(code, ${fromDay}::text || '-'))), ${name}, ${nameEn}, ${fromDay}::date, ${toDay}::date
      where not exists (select from campaigns where name = ${name})
      returning code as id`);
    return rows[0] && { id: rows[0].id, name, nameEn, fromDay, toDay };
  });
