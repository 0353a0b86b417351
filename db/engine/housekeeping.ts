import pg from 'pg';

const EVERY_MS = 5 * 60_000;
const WAL_BYTES = 16 * 1024 * 1024;

/**
 * What a PostgreSQL server's background processes do and PGlite has none for: checkpoints, without which the write-ahead log
 * grows and a start after kill -9 replays all of it; vacuum and analyze where autovacuum would (a fifth dead, a tenth changed).
 */
export async function keepHouse(pool: pg.Pool): Promise<void> {
  const { rows: tables } = await pool.query<{ schema: string; name: string }>(`
    select s.schemaname as schema, s.relname as name
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)`);
  for (const { schema, name } of tables) await pool.query(`vacuum (analyze) ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`);
  const { rows: [wal] } = await pool.query<{ grown: number }>('select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int8 as grown from pg_control_checkpoint()');
  if (wal && wal.grown > WAL_BYTES) await pool.query('checkpoint');
}

/** Keeps house every five minutes until the returned function is called. */
export function housekeeper(pool: pg.Pool): () => void {
  const timer = setInterval(() => {
    keepHouse(pool).catch((failure: Error) => console.error('housekeeping of the embedded database:', failure.message));
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}
