import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { engine } from '../engine/engine';
import { LOCKS } from '../locks';
import { makeTownship, making } from '../testing/fixtures';
import { loadCounty } from './load';

test('of two that load together the second waits for the first, and leaves what it finds', async () => {
  const database = await engine();
  const progress = vi.fn();
  let second: Promise<void> | undefined;
  await making(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.loading}, 0)`);
    await makeTownship(tx);
    second = database.unhurried((owner) => loadCounty(owner, { password: 'Guatu-second-2018', progress }));
    // The embedded engine has one connection: there it waits for that.
    if (database.kind === 'postgres') {
      const { rows: [me] } = await tx.execute<{ database: number }>(sql`select oid::int as database from pg_database where datname = current_database()`);
      const waiting = async () => (await tx.execute<{ n: number }>(sql`select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted and database = ${me!.database}`)).rows[0]!.n;
      await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 30_000 });
    }
  });
  await second;
  expect(progress).not.toHaveBeenCalled();
  expect(await making(async (tx) => (await tx.execute<{ n: number }>(sql`select count(*)::int as n from divisions where level = 'village'`)).rows[0]!.n)).toBe(0);
});
