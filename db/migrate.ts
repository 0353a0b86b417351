import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import type { Engine } from './engine/engine';
import { StartProblem } from './engine/problem';
import { WHOLE_LOCKS } from './locks';

const FOLDER = path.join(process.cwd(), 'db/migrations');

/**
 * Brings the database to the code's version, one process at a time. Runs as the owner: over DATABASE_OWNER_URL where the
 * run-time role may not change tables, else over the engine's own connection. Throws a StartProblem when the database is
 * newer than the code.
 */
export async function migrate(engine: Engine): Promise<void> {
  await engine.unhurried(async (owner) => {
    const client = await owner.pool.connect();
    try {
      await migrateOver(client);
    } finally {
      client.release();
    }
  });
}

/** Whether the database is at the code's version: what the health check asks. */
export async function isMigrated(engine: Engine): Promise<boolean> {
  return (await versionOf(engine.pool)) === newestKnown();
}

async function migrateOver(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [WHOLE_LOCKS.migration]);
  try {
    const [found, known] = [await versionOf(client), newestKnown()];
    if (found > known) throw new StartProblem('数据库由更新版本的挂图建立，请升级程序后再启动', 'the database is newer than this version of the product');
    if (found === known) return;
    await runMigrations(drizzle(client as pg.Client), { migrationsFolder: FOLDER });
    // The health check reads the version as the run-time role.
    await client.query('grant usage on schema drizzle to guatu_app; grant select on all tables in schema drizzle to guatu_app');
  } finally {
    await client.query('select pg_advisory_unlock($1)', [WHOLE_LOCKS.migration]);
  }
}

/** When the newest migration in the database was made, in milliseconds; 0 for an empty database. */
async function versionOf(client: pg.ClientBase | pg.Pool): Promise<number> {
  const { rows: [table] } = await client.query<{ there: boolean }>(`select to_regclass('drizzle.__drizzle_migrations') is not null as there`);
  if (!table?.there) return 0;
  const { rows: [newest] } = await client.query<{ at: number }>('select coalesce(max(created_at), 0)::float8 as at from drizzle.__drizzle_migrations');
  return newest?.at ?? 0;
}

function newestKnown(): number {
  const journal = JSON.parse(readFileSync(path.join(FOLDER, 'meta/_journal.json'), 'utf8')) as { entries: { when: number }[] };
  return Math.max(...journal.entries.map((entry) => entry.when));
}
