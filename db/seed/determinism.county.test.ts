import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { asSystem } from '../fence';

// What the indicators' definitions make of the rows is not the seed's; the installation has its own password hash and offset;
// the trail, sessions and failures are also made by whoever uses the county.
const NOT_SEEDED = ['installation', 'measurements', 'township_measurements', 'audits', 'audit_seals', 'sessions', 'sign_in_failures'];

/** Each table's rows as one digest. The snapshot is one for both engines, so they must load the same bytes. */
test('the same seed makes the same rows on every engine', async () => {
  const digests = await asSystem('job', async (tx) => {
    await tx.execute(sql`set local timezone = 'UTC'`);
    const { rows: tables } = await tx.execute<{ name: string }>(sql`
      select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname collate "C"`);
    const found: Record<string, string> = {};
    for (const { name } of tables.filter((table) => !NOT_SEEDED.includes(table.name))) {
      const { rows: [row] } = await tx.execute<{ digest: string }>(sql`
        select count(*) || ' ' || coalesce(left(md5(string_agg(line, '' order by line collate "C")), 12), '') as digest from (select md5(t::text) as line from ${sql.identifier(name)} as t) as lines`);
      if (row!.digest !== '0 ') found[name] = row!.digest;
    }
    return found;
  }, 'read');
  expect(digests).toMatchSnapshot();
}, 120_000);
